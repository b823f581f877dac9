package org.minyi.complaint;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minyi.citizen.PhoneReading;
import org.minyi.contact.Businesses;
import org.springframework.stereotype.Component;

/** What may be handed in. Every fault says what was expected; nothing of the person is repeated. */
@Component
class HandInCheck {

    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_WORDS = 4000;
    /** A login or a badge, in any script. */
    private static final String OFFICER = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}";

    private final Complaints.Respondents respondents;
    private final Businesses businesses;

    HandInCheck(Complaints.Respondents respondents, Businesses businesses) {
        this.respondents = respondents;
        this.businesses = businesses;
    }

    List<Fault> faults(HandedIn matter) {
        var faults = new ArrayList<Fault>();
        if (isNotText(matter.reference(), LONGEST_REFERENCE)) {
            faults.add(new Fault("reference", null, "what your system calls the matter, up to 100 characters"));
        }
        if (Channel.of(matter.channel()).filter(Channel::isHandedIn).isEmpty()) {
            faults.add(new Fault("channel", shown(matter.channel()), "one of " + channels()));
        }
        if (matter.kind() != null
                && Arrays.stream(Kind.values()).noneMatch(kind -> kind.name().equals(matter.kind()))) {
            faults.add(new Fault("kind", shown(matter.kind()), "one of " + names(Kind.values())));
        }
        if (isNotText(matter.name(), LONGEST_NAME)) {
            faults.add(new Fault("name", null, "the person's name, up to 100 characters"));
        }
        if (matter.phone() != null
                && !matter.phone().isBlank()
                && PhoneReading.of(matter.phone()) instanceof PhoneReading.Fault fault) {
            faults.add(new Fault("phone", null, fault.words()));
        }
        if (matter.address() != null && !matter.address().isBlank() && isNotText(matter.address(), LONGEST_ADDRESS)) {
            faults.add(new Fault("address", null, "where the person lives, up to 200 characters"));
        }
        if (matter.unit() != null && respondents.unit(matter.unit()).isEmpty()) {
            faults.add(new Fault("unit", shown(matter.unit()), "the twelve-digit code of a unit of this city"));
        }
        if (matter.officer() != null && !matter.officer().matches(OFFICER)) {
            faults.add(new Fault("officer", null, "a login or badge: letters, digits, . _ and -, up to 60"));
        }
        if (matter.business() != null && businesses.find(matter.business()).isEmpty()) {
            faults.add(new Fault("business", shown(matter.business()), "the code of a business of this city"));
        }
        if (isNotText(matter.words(), LONGEST_WORDS)) {
            faults.add(new Fault("words", null, "what the person said, up to 4000 characters"));
        }
        return faults;
    }

    private static boolean isNotText(String text, int longest) {
        return text == null
                || text.isBlank()
                || text.length() > longest
                || text.chars().anyMatch(HandInCheck::isControl);
    }

    /** Words may have lines and tabs. Of a name neither is expected, and both are harmless. */
    private static boolean isControl(int character) {
        return Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0;
    }

    /** Only what looks like a code is shown: a shifted column may hold a name or a number. */
    private static String shown(String arrived) {
        return arrived != null && arrived.matches("[A-Z_]{1,30}|\\d{1,6}|\\d{12}") ? arrived : null;
    }

    private static String channels() {
        return Arrays.stream(Channel.values())
                .filter(Channel::isHandedIn)
                .map(Channel::code)
                .collect(joining(", "));
    }

    private static String names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(joining(", "));
    }
}
