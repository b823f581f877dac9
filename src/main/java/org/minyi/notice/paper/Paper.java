package org.minyi.notice.paper;

import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes a document a PDF of exactly one page. What is too long is set smaller, down to a size that can still be read; what
 * is too long even then is cut, and the page says where the whole of it stands. One at a time: a page takes a quarter of a
 * second, and the typeface is not for two.
 */
@Component
public class Paper {

    /** In points; 16 is the size of official documents (GB/T 9704-2012, 三号), 10.5 the smallest that is read with ease. */
    private static final double[] SIZES = {16, 15, 14, 13, 12, 11, 10.5};

    /** A text cut shorter than this says nothing any more: lines of the table are left out instead. */
    private static final int FEWEST_WORDS = 60;

    private static final int LONGEST_WORDS = 20_000;
    private static final int MOST_ROWS = 200;

    /** Fourteen megabytes: kept from the first document on. */
    private final SingletonSupplier<Typeface> typeface = SingletonSupplier.of(Typeface::new);

    private final SingletonSupplier<Press> press = SingletonSupplier.of(() -> new Press(typeface.obtain()));

    /**
     * A document as it was made.
     *
     * @param missing how many characters the typeface did not have; each stands as 〓
     * @param points the size of its letters
     * @param cut whether something was left out
     */
    // Made once and handed on; nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    public record Made(byte[] pdf, int missing, double points, boolean cut) {}

    /**
     * Fills a drawing in and sets it.
     *
     * @param drawing a file in {@code notices/}, without its ending
     */
    public synchronized Made make(String drawing, Values values) {
        for (var points : SIZES) {
            var made = onePage(drawing, values, Limits.none(points));
            if (made != null) {
                return made;
            }
        }
        var smallest = Limits.none(SIZES[SIZES.length - 1]);
        var fewerWords =
                most(FEWEST_WORDS, LONGEST_WORDS, words -> onePage(drawing, values, smallest.withWords(words)));
        if (fewerWords != null) {
            return fewerWords;
        }
        var fewWords = smallest.withWords(FEWEST_WORDS);
        var fewerRows = most(0, MOST_ROWS, rows -> onePage(drawing, values, fewWords.withRows(rows)));
        if (fewerRows != null) {
            return fewerRows;
        }
        throw new IllegalStateException("the drawing %s does not fit on a page".formatted(drawing));
    }

    /** The one with the most that still fits; null where not even the fewest do. */
    private static Made most(int fewest, int ceiling, IntFunction<Made> tried) {
        Made best = null;
        int fits = fewest - 1;
        int tooMany = ceiling;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            var made = tried.apply(middle);
            if (made == null) {
                tooMany = middle;
            } else {
                best = made;
                fits = middle;
            }
        }
        return best;
    }

    /** Null where it takes more than one. */
    private Made onePage(String drawing, Values values, Limits limits) {
        var printable = new Printable(typeface.obtain());
        var page = Drawings.of(drawing, limits.points());
        new Sheet(limits, printable).fill(page, values);
        return press.obtain()
                .onePage(page)
                .map(pdf -> new Made(
                        pdf,
                        printable.missing(),
                        limits.points(),
                        limits.words() < Integer.MAX_VALUE || limits.rows() < Integer.MAX_VALUE))
                .orElse(null);
    }
}
