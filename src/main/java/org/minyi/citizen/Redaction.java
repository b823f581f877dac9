package org.minyi.citizen;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of a text what tells who a person is: their name and address, whatever looks like a telephone, an identity or a
 * bank card number, or a mail address, and what somebody says they are called or where they say they live: of whoever writes
 * a letter nothing else is known. Neither what stands between the characters hides them (spaces, points, dashes, brackets, a line's
 * end) nor how they are written (full width, Chinese numerals). What somebody tells in other words stays: no machine finds
 * "the baker on Station Road". Rather too much is taken out than too little.
 */
final class Redaction {

    private static final String HIDDEN = "▇▇▇";
    private static final String BETWEEN = "[\\s\\p{Z}\\p{P}\\p{S}\\p{Cf}]{0,3}";

    /** Seven digits and more are no hour and no amount that people quarrel about. */
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9](?:" + BETWEEN + "[0-9]){6,}[xX]?");

    /** A day, a time of day, and the number of a matter. */
    private static final Pattern HARMLESS = Pattern.compile("(?<![0-9]|[0-9][-.:])(?:"
            + "(?:19|20)[0-9]{2}([./-])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12][0-9]|3[01])"
            + "|(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
            + "|(?:19|20)[0-9]{2}-[0-9]{6}"
            + ")(?![0-9]|[.:][0-9])");

    /** Whoever signs a letter signs with it. */
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\\s?@\\s?[A-Za-z0-9-]{1,63}(?:\\s?\\.\\s?[A-Za-z0-9-]{1,63})+");

    /**
     * Where somebody says they live, up to the next pause, if it has anything of an address. Who is held somewhere
     * (拦住, 扣住) does not live there, and a hospital or a lodging (住院, 住宿) is no home.
     */
    private static final Pattern HOME =
            Pattern.compile("(?:(?<![抓拦记忍堵停挡站扣按叫喊捂绑围卡困])居?住(?:址|在|于)?(?![院宿户房宅手嘴口])|地址|家在)[\\s:是为]{0,3}"
                    + "((?=[^,。;!?\\n]{0,40}(?:[路街巷弄道村镇乡区苑园里坊号栋幢座室楼组社]|单元))[^,。;!?\\n]{2,60})");

    private static final Pattern HOME_IN_ENGLISH =
            Pattern.compile("(?i)\\b(?:i live (?:at|in|on)|my (?:home )?address(?: is|:))\\s+([^.,;!?\\n]{2,60})");

    /** What somebody says they are called. 我叫 calls for an ambulance as well (我叫救护车). */
    private static final Pattern CALLED = Pattern.compile(
            "(?:我叫(?![了他她你您人来过不上警救出车保物医])|我的名字[是叫]|姓名)[\\s:是为]{0,3}([\\p{IsHan}0-9·]{2,5})(?=[\\s,。;!?、)]|$)");

    private static final Pattern CALLED_IN_ENGLISH = Pattern.compile("(?i)\\bmy name is\\s+(\\p{L}+(?:[ -]\\p{L}+)?)");

    private static final List<Pattern> SAID_OF_ONESELF = List.of(HOME, HOME_IN_ENGLISH, CALLED, CALLED_IN_ENGLISH);

    private static final String NUMERALS = "〇零○一壹幺二贰三叁四肆五伍六陆七柒八捌九玖";
    private static final String DIGITS = "0001112233445566778899";

    /** In this order: what a name is part of goes first. */
    private final List<Pattern> wanted;

    private final Predicate<String> isHidden;

    private Redaction(Stream<Pattern> wanted, Predicate<String> isHidden) {
        this.wanted = wanted.toList();
        this.isHidden = isHidden;
    }

    /** All mail addresses, what somebody says of themselves, and all numbers but this one of the office's, as it is. */
    static Redaction ofAllBut(Stream<String> names, String hotline) {
        var ours = digits(hotline);
        return new Redaction(
                Stream.of(Stream.of(MAIL), patterns(names), SAID_OF_ONESELF.stream())
                        .flatMap(patterns -> patterns),
                found -> !found.equals(ours));
    }

    /** Of all numbers this one alone, in whatever way it is written: others are an office's to be called. */
    static Redaction ofOne(Stream<String> names, String number) {
        return new Redaction(patterns(names), found -> number != null && found.contains(number));
    }

    /** Names that are null are passed over; one of a single character would take half of the text along. */
    private static Stream<Pattern> patterns(Stream<String> names) {
        return names.filter(name -> name != null)
                .map(Redaction::lettersOf)
                .filter(letters -> letters.size() > 1)
                .map(letters -> Pattern.compile(
                        String.join(BETWEEN, letters), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** The text with everything taken out; null stays null. */
    String of(String text) {
        if (text == null) {
            return null;
        }
        var hidden = text;
        for (var pattern : wanted) {
            hidden = without(hidden, pattern.matcher(plain(hidden)).results());
        }
        var numbers = NUMBER.matcher(HARMLESS.matcher(plain(hidden)).replaceAll(day -> "a".repeat(length(day))));
        return without(hidden, numbers.results().filter(number -> isHidden.test(digits(number.group()))));
    }

    /**
     * What was found in the plain text, or its first group where the pattern has one, is taken out of the text as it is:
     * one character stands for one.
     */
    private static String without(String text, Stream<MatchResult> found) {
        var hidden = new StringBuilder();
        var from = new int[1];
        found.forEach(part -> {
            var group = Math.min(1, part.groupCount());
            hidden.append(text, from[0], part.start(group)).append(HIDDEN);
            from[0] = part.end(group);
        });
        return hidden.append(text, from[0], text.length()).toString();
    }

    /** Full width as half width, numerals as digits; as long as the text. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(one -> plain.append(plain((char) one)));
        return plain.toString();
    }

    private static char plain(char one) {
        var numeral = NUMERALS.indexOf(one);
        if (numeral >= 0) {
            return DIGITS.charAt(numeral);
        }
        if (Character.isDigit(one)) {
            return Character.forDigit(Character.digit(one, 10), 10);
        }
        return one >= '！' && one <= '～' ? (char) (one - '！' + '!') : one;
    }

    private static List<String> lettersOf(String name) {
        return plain(name)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                .toList();
    }

    private static String digits(String number) {
        return plain(number).replaceAll("[^0-9]", "");
    }

    private static int length(MatchResult found) {
        return found.end() - found.start();
    }
}
