package org.minyi.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.minyi.citizen.LineKind;
import org.minyi.citizen.PhoneReading;
import org.minyi.contact.Business;
import org.minyi.organisation.Member;

/** The day as its sources tell it: always the same, and as awkward as real ones. */
class DayOfContactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final List<Business> BUSINESSES = List.of(
            new Business("110-dispatch", "110-reception", "110 dispatch"),
            new Business("exit-entry", "window-service", "Exit and entry"),
            new Business("vehicle-driver", "window-service", "Vehicle and driver licensing"));

    private final List<String[]> lines = lines(DAY);

    @Test
    void a_day_has_six_hundred_contacts_and_is_always_the_same() {
        assertThat(lines).hasSize(600);
        assertThat(new DayOfContacts(DAY, BUSINESSES).csv()).isEqualTo(new DayOfContacts(DAY, BUSINESSES).csv());
        assertThat(new DayOfContacts(DAY.plusDays(1), BUSINESSES).csv())
                .isNotEqualTo(new DayOfContacts(DAY, BUSINESSES).csv());
    }

    @Test
    void every_contact_has_a_reference_of_its_own() {
        assertThat(lines.stream().map(line -> line[1])).doesNotHaveDuplicates();
    }

    @Test
    void units_and_officers_are_those_of_the_city_but_for_a_unit_that_does_not_exist() {
        var codes = Lanhe.units().stream().map(unit -> unit.code().value()).collect(Collectors.toSet());
        var officers = Lanhe.members().stream().map(Member::userId).collect(Collectors.toSet());

        assertThat(lines.stream().map(line -> line[5]).filter(code -> !codes.contains(code)))
                .hasSize(4)
                .containsOnly(DayOfContacts.NO_SUCH_UNIT);
        assertThat(lines.stream().map(line -> line[6]).filter(officer -> !officer.isEmpty()))
                .allMatch(officers::contains);
    }

    @Test
    void some_have_no_phone_a_landline_or_are_under_age() {
        assertThat(lines.stream().filter(line -> line[8].isEmpty())).hasSize(12);
        assertThat(lines.stream().filter(line -> kind(line) == LineKind.LANDLINE))
                .hasSize(15);
        assertThat(lines.stream().filter(line -> line[9].equals("true"))).hasSize(8);
        assertThat(lines.stream().filter(line -> kind(line) == LineKind.MOBILE)).hasSize(573);
    }

    @Test
    void somebody_was_there_twice_somebody_had_said_not_to_be_asked() {
        var phones = lines.stream().map(line -> line[8].replace("+86 ", "")).toList();
        var once = new HashSet<String>();
        var twice = phones.stream()
                .filter(phone -> !phone.isEmpty() && !once.add(phone))
                .toList();

        assertThat(twice).hasSizeGreaterThanOrEqualTo(5);
        assertThat(phones).containsAnyElementsOf(DayOfContacts.optedOut());
    }

    private static LineKind kind(String[] line) {
        if (line[8].isEmpty()) {
            return null;
        }
        assertThat(PhoneReading.of(line[8])).isInstanceOf(PhoneReading.Phone.class);
        return ((PhoneReading.Phone) PhoneReading.of(line[8])).kind();
    }

    private static List<String[]> lines(LocalDate day) {
        return new DayOfContacts(day, BUSINESSES)
                .csv()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
