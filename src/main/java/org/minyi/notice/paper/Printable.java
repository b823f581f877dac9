package org.minyi.notice.paper;

/** Texts as they can be printed; counts what cannot. */
final class Printable {

    /** Where a name was taken out of a text stands a block that the typeface has not; it has one like it. */
    private static final int BLOCK = '▇';

    private static final int BLOCK_OF_OURS = '■';

    private final Typeface typeface;
    private int missing;

    Printable(Typeface typeface) {
        this.typeface = typeface;
    }

    /** How many characters the font did not have. */
    int missing() {
        return missing;
    }

    /**
     * A character that the font has not is shown as missing. What is never seen anywhere (joiners, marks of direction,
     * variants of the same character) is left out, and what moves the paper is a blank.
     */
    String of(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isISOControl(character) || Character.isSpaceChar(character)) {
                printable.append(character == '　' ? '　' : ' ');
            } else if (!isUnseen(character)) {
                append(printable, character);
            }
        });
        return printable.toString();
    }

    private void append(StringBuilder printable, int character) {
        if (character == BLOCK) {
            printable.appendCodePoint(BLOCK_OF_OURS);
        } else if (typeface.has(character)) {
            printable.appendCodePoint(character);
        } else {
            missing++;
            printable.append(Typeface.MISSING);
        }
    }

    private static boolean isUnseen(int character) {
        return Character.getType(character) == Character.FORMAT
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
