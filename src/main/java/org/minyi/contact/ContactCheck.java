package org.minyi.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.minyi.citizen.PhoneReading;
import org.minyi.citizen.Told;

/**
 * Checks the lines of one delivery against the reference data as it was when the delivery came. All that is wrong with a
 * line is told at once.
 */
final class ContactCheck {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(400);
    private static final int LONGEST = 100;
    private static final int LONGEST_ADDRESS = 200;
    private static final int SHOWN = 60;

    private static final Pattern UNIT = Pattern.compile("[0-9]{12}");
    /** Our own codes are written small: a name in Latin letters is not. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern DATE = Pattern.compile("[0-9TZtz:+./ -]+");
    private static final Pattern PHONE =
            Pattern.compile("(\\+?86)?1[3-9][0-9]{9}|0[0-9]{9,11}|[0-9]{15}|[0-9]{17}[0-9Xx]");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]+");
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "是");
    private static final Set<String> NO = Set.of("false", "0", "no", "n", "否");

    private final Map<String, String> moduleOfBusiness = new HashMap<>();
    private final Set<String> modules = new TreeSet<>();
    private final Predicate<String> speaksFor;
    private final Instant earliest;
    private final Instant latest;
    private final ZoneId zone;

    ContactCheck(List<BusinessModule> modules, List<Business> businesses, Predicate<String> speaksFor, Clock clock) {
        modules.forEach(module -> this.modules.add(module.code()));
        businesses.forEach(business -> moduleOfBusiness.put(business.code(), business.module()));
        this.speaksFor = speaksFor;
        this.earliest = clock.instant().minus(OLDEST);
        this.latest = clock.instant().plus(CLOCKS_DIFFER_BY);
        this.zone = clock.getZone();
    }

    /** The contact, or nothing when the line has faults now. */
    Optional<NewContact> check(RawContact raw) {
        if (!raw.faults().isEmpty()) {
            return Optional.empty();
        }
        var source = source(raw);
        var reference = text(raw, Column.REFERENCE);
        business(raw);
        var servedAt = servedAt(raw);
        unit(raw);
        var officer = raw.get(Column.OFFICER) == null ? null : text(raw, Column.OFFICER);
        var who = new Told(name(raw), phone(raw), minor(raw), address(raw));
        if (!raw.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewContact(
                source,
                reference,
                raw.get(Column.MODULE),
                raw.get(Column.BUSINESS),
                servedAt,
                raw.get(Column.UNIT),
                officer,
                who));
    }

    private String source(RawContact raw) {
        var source = text(raw, Column.SOURCE);
        if (source != null && !speaksFor.test(source)) {
            raw.fault(Column.SOURCE.label(), code(source), "a source that your key speaks for");
        }
        return source;
    }

    private static String text(RawContact raw, Column column) {
        var value = raw.get(column);
        if (value == null) {
            raw.fault(column.label(), "nothing", "not blank");
        } else if (value.length() > LONGEST) {
            raw.fault(column.label(), value.length() + " characters", "at most " + LONGEST + " characters");
        } else if (!isText(value)) {
            raw.fault(column.label(), null, "text without control characters");
        }
        return value;
    }

    private void business(RawContact raw) {
        var module = raw.get(Column.MODULE);
        var business = raw.get(Column.BUSINESS);
        boolean moduleKnown = module != null && modules.contains(module);
        if (!moduleKnown) {
            raw.fault(Column.MODULE.label(), code(module), "a module: one of " + listed(modules));
        }
        var belongsTo = business == null ? null : moduleOfBusiness.get(business);
        if (belongsTo == null) {
            var choice = moduleKnown ? businessesOf(module) : new TreeSet<>(moduleOfBusiness.keySet());
            raw.fault(Column.BUSINESS.label(), code(business), "a business: one of " + listed(choice));
        } else if (moduleKnown && !belongsTo.equals(module)) {
            raw.fault(
                    Column.BUSINESS.label(),
                    business,
                    "a business of module %s; it belongs to %s".formatted(module, belongsTo));
        }
    }

    private Set<String> businessesOf(String module) {
        var businesses = new TreeSet<String>();
        moduleOfBusiness.forEach((business, its) -> {
            if (its.equals(module)) {
                businesses.add(business);
            }
        });
        return businesses;
    }

    private Instant servedAt(RawContact raw) {
        var typed = raw.get(Column.SERVED_AT);
        var instant = typed == null ? Optional.<Instant>empty() : ServedAt.read(typed, zone);
        if (instant.isEmpty()) {
            raw.fault(
                    Column.SERVED_AT.label(),
                    date(typed),
                    "a date and time, for example 2026-11-21 10:05 or 2026-11-21T10:05:00+08:00");
            return null;
        }
        if (instant.get().isAfter(latest)) {
            raw.fault(Column.SERVED_AT.label(), date(typed), "not in the future");
        } else if (instant.get().isBefore(earliest)) {
            raw.fault(Column.SERVED_AT.label(), date(typed), "not more than " + OLDEST.toDays() + " days ago");
        }
        return instant.get();
    }

    private static void unit(RawContact raw) {
        var unit = raw.get(Column.UNIT);
        if (unit == null || !UNIT.matcher(unit).matches()) {
            raw.fault(
                    Column.UNIT.label(), shown(unit, DIGITS), "a unit code of twelve digits, for example 990101000000");
        }
    }

    private static String name(RawContact raw) {
        var name = raw.get(Column.NAME);
        if (name == null) {
            raw.fault(Column.NAME.label(), null, "not blank");
            return null;
        }
        var oneLine = GAP.matcher(name).replaceAll(" ");
        if (oneLine.length() > LONGEST) {
            raw.fault(Column.NAME.label(), null, "at most " + LONGEST + " characters");
        } else if (!isText(oneLine)) {
            raw.fault(Column.NAME.label(), null, "text without control characters");
        }
        return oneLine;
    }

    private static String phone(RawContact raw) {
        var phone = raw.get(Column.PHONE);
        if (phone != null && PhoneReading.of(phone) instanceof PhoneReading.Fault fault) {
            raw.fault(Column.PHONE.label(), null, fault.words());
        }
        return phone;
    }

    private static String address(RawContact raw) {
        var address = raw.get(Column.ADDRESS);
        if (address != null && address.length() > LONGEST_ADDRESS) {
            raw.fault(
                    Column.ADDRESS.label(),
                    address.length() + " characters",
                    "at most " + LONGEST_ADDRESS + " characters");
        } else if (address != null && !isText(address)) {
            raw.fault(Column.ADDRESS.label(), null, "text without control characters");
        }
        return address;
    }

    private static boolean minor(RawContact raw) {
        var minor = raw.get(Column.MINOR);
        var word = minor == null ? "no" : minor.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            raw.fault(Column.MINOR.label(), code(minor), "true or false");
        }
        return YES.contains(word);
    }

    /** No control characters and no halves of characters: the database takes neither. */
    private static boolean isText(String value) {
        for (int at = 0; at < value.length(); at++) {
            char sign = value.charAt(at);
            if (Character.isISOControl(sign)) {
                return false;
            }
            if (Character.isHighSurrogate(sign)) {
                at++;
                if (at == value.length() || !Character.isLowSurrogate(value.charAt(at))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(sign)) {
                return false;
            }
        }
        return true;
    }

    /** What arrived for a code. A shifted column may have brought a name or phone: what looks like one is not shown. */
    private static String code(String value) {
        return shown(value, CODE);
    }

    private static String date(String value) {
        return shown(value, DATE);
    }

    private static String shown(String value, Pattern harmless) {
        if (value == null) {
            return "nothing";
        }
        var joined = SEPARATORS.matcher(value).replaceAll("");
        return harmless.matcher(value).matches() && !PHONE.matcher(joined).matches()
                ? shortened(value)
                : value.length() + " characters, not shown";
    }

    static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    private static String listed(Set<String> codes) {
        return String.join(", ", new ArrayList<>(codes));
    }
}
