package org.minyi.city;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Looks for canaries in whatever it is given: names with and without the family name, whole numbers however they are
 * written, addresses, and the markers of their words; plain, escaped as JSON, HTML or an address does it, and as bytes.
 */
final class Haystack {

    private static final Pattern MARKER = Pattern.compile("QZ(\\d{4})X");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern ENTITY = Pattern.compile("&#(x[0-9a-fA-F]{2,6}|\\d{2,7});");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[ .·()-]{1,2}(?=[0-9])");
    private static final long ELEVEN_DIGITS = 100_000_000_000L;

    private final List<Canary> flock;
    private final Map<String, Integer> givenNames = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<String, Set<Integer>> finds = new TreeMap<>();
    private final Map<String, Set<Integer>> markers = new TreeMap<>();
    private long characters;
    private int pieces;

    Haystack(List<Canary> flock) {
        this.flock = flock;
        flock.forEach(canary -> {
            givenNames.put(canary.given(), canary.number());
            numbers.put(Long.valueOf(canary.phone()), canary.number());
        });
    }

    void look(String place, String text) {
        if (text == null) {
            return;
        }
        pieces++;
        characters += text.length();
        lookPlainly(place, text);
        if (text.contains("\\u")) {
            lookPlainly(
                    place, ESCAPED.matcher(text).replaceAll(code -> literally(Integer.parseInt(code.group(1), 16))));
        }
        if (text.contains("&#")) {
            lookPlainly(place, ENTITY.matcher(text).replaceAll(code -> literally(entity(code.group(1)))));
        }
        if (text.indexOf('%') >= 0) {
            lookPlainly(
                    place, URLDecoder.decode(text.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8));
        }
    }

    /** As whoever has the disk in hand would: text in the usual encodings. */
    void look(String place, byte[] bytes) {
        if (bytes == null) {
            return;
        }
        pieces++;
        characters += bytes.length;
        lookPlainly(place, new String(bytes, StandardCharsets.UTF_8));
        for (var encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            look(place, new String(bytes, encoding), true);
        }
    }

    private void lookPlainly(String place, String text) {
        look(place, text, false);
    }

    /**
     * @param isWhole only names with the family name before them: in millions of sealed bytes any four of them are some
     *     given name in UTF-16
     */
    private void look(String place, String text, boolean isWhole) {
        var found = new TreeSet<Integer>();
        names(text, isWhole, found);
        numbers(text, found);
        if (text.contains(Canary.STREET)) {
            found.add(address(text));
        }
        if (!found.isEmpty()) {
            finds.computeIfAbsent(place, first -> new TreeSet<>()).addAll(found);
        }
        MARKER.matcher(text).results().forEach(marker -> markers.computeIfAbsent(place, first -> new TreeSet<>())
                .add(Integer.valueOf(marker.group(1))));
    }

    private void names(String text, boolean isWhole, Set<Integer> found) {
        for (var at = 0; at < text.length() - 1; at++) {
            if (Canary.FIRST.indexOf(text.charAt(at)) >= 0) {
                var next = at + 1;
                while (next < text.length() - 1 && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                var canary = givenNames.get("" + text.charAt(at) + text.charAt(next));
                if (canary != null
                        && (!isWhole
                                || text.substring(0, at)
                                        .endsWith(flock.get(canary).family()))) {
                    found.add(canary);
                }
            }
        }
    }

    /** Every eleven digits that follow each other, separators or not. */
    private void numbers(String text, Set<Integer> found) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(one -> plain.append((char) (one >= '０' && one <= '９' ? one - '０' + '0' : one)));
        digits(plain, found);
        digits(BETWEEN_DIGITS.matcher(plain).replaceAll(""), found);
    }

    private void digits(CharSequence text, Set<Integer> found) {
        long value = 0;
        var length = 0;
        for (var at = 0; at < text.length(); at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                length = 0;
                value = 0;
            } else {
                value = (value * 10 + digit) % ELEVEN_DIGITS;
                length++;
                var canary = length < 11 ? null : numbers.get(value);
                if (canary != null) {
                    found.add(canary);
                }
            }
        }
    }

    private static int address(String text) {
        var number = text.substring(text.indexOf(Canary.STREET) + Canary.STREET.length());
        return number.matches("(?s)\\d{4}.*") ? Integer.parseInt(number.substring(0, 4)) : -1;
    }

    private static String literally(int code) {
        return java.util.regex.Matcher.quoteReplacement(
                Character.isValidCodePoint(code) ? Character.toString(code) : "?");
    }

    private static int entity(String code) {
        return code.startsWith("x") ? Integer.parseInt(code.substring(1), 16) : Integer.parseInt(code);
    }

    /** Where somebody was told about, and who. */
    Map<String, Set<Integer>> finds() {
        return finds;
    }

    /** Whose words stand where. */
    Map<String, Set<Integer>> markers() {
        return markers;
    }

    String searched() {
        return "%,d pieces, %,d characters".formatted(pieces, characters);
    }

    long characters() {
        return characters;
    }
}
