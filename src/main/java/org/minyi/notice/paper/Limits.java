package org.minyi.notice.paper;

/**
 * How a document is set so that it fits on one page.
 *
 * @param points size of the body's letters
 * @param words how many characters of each text are printed
 * @param rows how many lines of each table
 */
record Limits(double points, int words, int rows) {

    static Limits none(double points) {
        return new Limits(points, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    Limits withWords(int atMost) {
        return new Limits(points, atMost, rows);
    }

    Limits withRows(int atMost) {
        return new Limits(points, words, atMost);
    }
}
