package org.minyi.audit;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Something that was done. Holds ids, codes and counts, never a name, a number or a word of a person: evidence cannot
 * be erased, so nothing may get in that somebody has a right to have erased.
 *
 * @param by the user id, or {@link #MINYI} for what no person did
 * @param matter the matter it was done in; null where there is none
 * @param told what belongs to the deed, by name
 */
public record Fact(Deed deed, String by, UUID matter, SortedMap<String, String> told) {

    /** Who does what no person did. */
    public static final String MINYI = "minyi";

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    /** Ids, codes, enum names, instants, counts: no blanks, no Chinese, so no sentence and no person's name. */
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{0,200}");

    private static final Pattern DOER = Pattern.compile("\\P{Cntrl}{1,100}");
    /** What may hold any digits by chance. */
    private static final Pattern ID_OR_HASH =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}");

    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(?:(?:86)?1[3-9]\\d{9}|0\\d{9,11})(?!\\d)");

    public Fact {
        Objects.requireNonNull(deed, "deed");
        if (by == null || !DOER.matcher(by).matches()) {
            throw new NotEvidence("whoever did it is named by a user id");
        }
        told.forEach(Fact::check);
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }

    public static Fact of(Deed deed, String by) {
        return new Fact(deed, by, null, Collections.emptySortedMap());
    }

    public Fact about(UUID inMatter) {
        return new Fact(deed, by, inMatter, told);
    }

    /** Says one thing more; what is null is not said. */
    public Fact with(String name, Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(told);
        more.put(name, value.toString());
        return new Fact(deed, by, matter, more);
    }

    /** As with {@link #with(String, Object)}, for all of them. */
    public Fact with(Map<String, ?> more) {
        var fact = this;
        for (var one : more.entrySet()) {
            fact = fact.with(one.getKey(), one.getValue());
        }
        return fact;
    }

    /** Says a name that others gave: as it is where it is a code, else its SHA-256, which still tells it from others. */
    public Fact witness(String name, String value) {
        return with(name, value == null || isCode(value) ? value : sha256(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** What proves which bytes were meant, in hex. */
    public static String sha256(byte[] bytes) {
        return DigestUtils.sha256Hex(bytes);
    }

    private static boolean isCode(String value) {
        return CODE.matcher(value).matches()
                && (ID_OR_HASH.matcher(value).matches() || !PHONE.matcher(value).find());
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new NotEvidence("a thing told is named in camelCase");
        }
        if (!CODE.matcher(value).matches()) {
            throw new NotEvidence("'" + name + "' is not an id or a code: at most 200 letters, digits and signs are"
                    + " expected, without blanks");
        }
        if (!ID_OR_HASH.matcher(value).matches() && PHONE.matcher(value).find()) {
            throw new NotEvidence("'" + name + "' looks like a phone number; an id is expected");
        }
    }
}
