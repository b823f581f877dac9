package org.minyi.question;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a citizen wrote, taken apart: {@code 3}, {@code 3 nobody came}, {@code A27 3}, {@code 27 3}, {@code TD}.
 *
 * @param code the reply code written in the text; null when none is
 * @param lettered whether the code was written as we write it, with its letter; without it, it may be just a number
 * @param digit 1 to 3; null when there is none
 * @param words everything after the digit, or everything when there is no digit; empty when there are none
 * @param courtesy whether it is nothing but thanks: kept, but no reason to phone
 */
record ReplyText(Integer code, boolean lettered, Integer digit, String words, boolean courtesy, boolean optOut) {

    private static final Set<String> OPT_OUT = Set.of("TD", "T", "退订", "STOP");
    private static final Set<String> COURTESIES = Set.of(
            "THANKS", "THANK YOU", "THANK YOU VERY MUCH", "OK", "谢谢", "谢谢你", "谢谢您", "多谢", "感谢", "好", "好的", "收到", "不客气");
    private static final String GAP = "[\\s,.;:、。，；：!！/+-]";
    private static final Pattern CODED = Pattern.compile(
            "^(?:(A)" + GAP + "*([1-9]\\d)" + GAP + "*|([1-9]\\d)" + GAP + "+)([1-3])(?!\\d)(.*)$", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("^([1-3])(?!\\d)(.*)$", Pattern.DOTALL);
    /** The three answers as our own texts word them; nothing else is understood as words. */
    private static final Map<String, Integer> WORDED =
            Map.of("满意", 1, "已解决", 1, "基本解决", 2, "部分解决", 2, "不满意", 3, "未解决", 3);

    static ReplyText of(String text) {
        var written = (text == null ? "" : text).strip();
        var plain = plain(written);
        var upper = plain.toUpperCase(Locale.ROOT);
        if (OPT_OUT.contains(upper)) {
            return new ReplyText(null, false, null, "", false, true);
        }
        var coded = CODED.matcher(upper);
        if (coded.matches()) {
            var lettered = coded.group(1) != null;
            return new ReplyText(
                    Integer.valueOf(lettered ? coded.group(2) : coded.group(3)),
                    lettered,
                    Integer.valueOf(coded.group(4)),
                    words(written.substring(coded.start(5))),
                    false,
                    false);
        }
        var digit = PLAIN.matcher(plain);
        if (digit.matches()) {
            var rest = words(written.substring(digit.start(2)));
            // "1 or 2" is no answer: two digits are as good as none.
            return plain(rest).matches("\\d+")
                    ? new ReplyText(null, false, null, written, false, false)
                    : new ReplyText(null, false, Integer.valueOf(digit.group(1)), rest, false, false);
        }
        var worded = WORDED.get(words(plain));
        return new ReplyText(
                null, false, worded, worded == null ? written : "", COURTESIES.contains(words(upper)), false);
    }

    /** What was ticked and written on the page of a question: there is nothing to take apart. */
    static ReplyText onPage(int code, Answer answer, String said) {
        return new ReplyText(code, true, answer.digit(), said.strip(), false, false);
    }

    /**
     * Letters, digits and blanks as a plain keyboard types them, one for one: what a Chinese keyboard makes full-width is
     * understood, and the words of the citizen stay as they were written.
     */
    private static String plain(String written) {
        var plain = new StringBuilder(written);
        for (var at = 0; at < plain.length(); at++) {
            var letter = Normalizer.normalize(written.substring(at, at + 1), Normalizer.Form.NFKC);
            if (letter.length() == 1 && letter.matches("[A-Za-z0-9 ]")) {
                plain.setCharAt(at, letter.charAt(0));
            }
        }
        return plain.toString();
    }

    private static String words(String rest) {
        return rest.replaceFirst("^" + GAP + "+", "").replaceFirst(GAP + "+$", "");
    }

    /** Without the words. */
    @Override
    public String toString() {
        return "ReplyText[code=" + code + ", digit=" + digit + "]";
    }
}
