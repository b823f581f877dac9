package org.minyi.channel.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a mail server answered, without a word of what it wrote: {@code 550 5.1.1} (RFC 5321, RFC 3463). */
record SmtpCode(int basic, String enhanced) {

    private static final Pattern ANSWER = Pattern.compile("\\b([245]\\d\\d)(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3}))?\\b");
    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** The code known, and the enhanced one where the answer holds it. */
    static SmtpCode of(int basic, String answer) {
        return in(answer).filter(found -> found.basic() == basic).orElse(new SmtpCode(basic, null));
    }

    /** The first code in a line, if there is one. */
    static Optional<SmtpCode> in(String line) {
        var found = ANSWER.matcher(line == null ? "" : line);
        return found.find()
                ? Optional.of(new SmtpCode(Integer.parseInt(found.group(1)), found.group(2)))
                : Optional.empty();
    }

    /** The enhanced code alone, as a report's Status line has it; {@code 5.1.1} is a kind of 550. */
    static Optional<SmtpCode> ofStatus(String line) {
        var found = STATUS.matcher(line == null ? "" : line);
        return found.find()
                ? Optional.of(new SmtpCode(found.group(1).charAt(0) == '5' ? 550 : 450, found.group(1)))
                : Optional.empty();
    }

    boolean isForGood() {
        return basic >= 500;
    }

    @Override
    public String toString() {
        return enhanced == null ? String.valueOf(basic) : basic + " " + enhanced;
    }
}
