package org.minyi.counter;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Sixteen digits that a citizen holds: whoever shows them is told how the matter stands.
 *
 * @param digits exactly sixteen
 */
public record ReceiptCode(String digits) {

    private static final int LENGTH = 16;
    private static final BigInteger MANY = BigInteger.TEN.pow(LENGTH);

    public ReceiptCode {
        if (!digits.matches("\\d{16}")) {
            throw new IllegalArgumentException("a receipt has sixteen digits");
        }
    }

    /** What was typed, with blanks, dashes and full-width digits as people type them; nothing when it is no receipt. */
    public static Optional<ReceiptCode> typed(String text) {
        var digits = new StringBuilder(LENGTH);
        for (var sign : (text == null ? "" : text).toCharArray()) {
            var digit = Character.digit(sign, 10);
            if (digit >= 0) {
                digits.append(digit);
            } else if (!Character.isWhitespace(sign) && "-\u2013\uff0d\u3000\u00a0".indexOf(sign) < 0) {
                return Optional.empty();
            }
        }
        return digits.length() == LENGTH ? Optional.of(new ReceiptCode(digits.toString())) : Optional.empty();
    }

    /** Out of a hash: each of the 10^16 as likely as any other. */
    static ReceiptCode of(byte[] hash) {
        var number = new BigInteger(1, hash).mod(MANY).toString();
        return new ReceiptCode("0".repeat(LENGTH - number.length()) + number);
    }

    /** In fours, as it is read aloud and written down. */
    public String inFours() {
        return digits.replaceAll("(\\d{4})(?!$)", "$1 ");
    }

    /** Shows nothing: a receipt in a log is a matter given away. */
    @Override
    public String toString() {
        return "ReceiptCode[sealed]";
    }
}
