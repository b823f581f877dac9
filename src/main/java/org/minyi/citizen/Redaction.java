package org.minyi.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of a text what tells who a person is: their name and address, and whatever looks like a telephone, an identity
 * or a bank card number, with separators or in full-width digits. What somebody tells in other words stays: no machine
 * finds "the baker on Station Road".
 */
final class Redaction {

    private static final String HIDDEN = "▇▇▇";
    /** Seven digits and more, as people write them, are no date and no amount. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])\\+?[0-9](?:[ .·()-]{0,2}[0-9]){6,24}[xX]?(?![0-9])");

    /** A day, and the number of a matter. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?:19|20)[0-9]{2}(?:[.-][0-9]{1,2}[.-][0-9]{1,2}|-[0-9]{6})");

    private final List<Pattern> known;
    private final Predicate<String> isHidden;

    /** Nulls are passed over; a name of one character would take half of the text along. */
    Redaction(Stream<String> names) {
        this(names, digits -> true);
    }

    private Redaction(Stream<String> names, Predicate<String> isHidden) {
        this.isHidden = isHidden;
        this.known = names.filter(name -> name != null && name.strip().length() > 1)
                .map(Redaction::spaced)
                .toList();
    }

    /** Of all numbers this one alone, in whatever way it is written: others are an office's to be called. */
    static Redaction ofOne(Stream<String> names, String number) {
        return new Redaction(names, digits -> number != null && digits.endsWith(number));
    }

    String of(String text) {
        if (text == null) {
            return null;
        }
        var hidden = text;
        for (var name : known) {
            hidden = name.matcher(hidden).replaceAll(HIDDEN);
        }
        return withoutNumbers(hidden);
    }

    /** Found in plain digits, taken out of the text as it is: one character stands for one. */
    private String withoutNumbers(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(one -> plain.append((char) (one >= '０' && one <= '９' ? one - '０' + '0' : one)));
        var found = new ArrayList<int[]>();
        var numbers = NUMBER.matcher(plain);
        while (numbers.find()) {
            var number = numbers.group();
            if (!HARMLESS.matcher(number).matches() && isHidden.test(number.replaceAll("[^0-9]", ""))) {
                found.add(new int[] {numbers.start(), numbers.end()});
            }
        }
        var hidden = new StringBuilder(text);
        for (int at = found.size() - 1; at >= 0; at--) {
            hidden.replace(found.get(at)[0], found.get(at)[1], HIDDEN);
        }
        return hidden.toString();
    }

    /** A name also counts with spaces between its characters, and in whatever case it is written. */
    private static Pattern spaced(String name) {
        var letters = name.strip()
                .codePoints()
                .filter(letter -> !Character.isWhitespace(letter))
                .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                .toList();
        return Pattern.compile(String.join("\\s*", letters), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
