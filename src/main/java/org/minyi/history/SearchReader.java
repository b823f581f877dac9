package org.minyi.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Unit;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Component;

/** What people type, as the tables know it. */
@Component
class SearchReader {

    private static final Pattern NUMBER = Pattern.compile("(?:(\\d{4})-)?(\\d{1,6})");

    private final Units units;
    private final Members members;
    private final Clock clock;

    SearchReader(Units units, Members members, Clock clock) {
        this.units = units;
        this.members = members;
        this.clock = clock;
    }

    /** Empty when something was typed that nothing can be: a number that is none, a unit or a person nobody knows. */
    Optional<Search> read(Asked asked) {
        var number = text(asked.number());
        var matter = number.flatMap(this::number);
        var unit = text(asked.unit());
        var codes = unit.map(this::units).orElse(List.of());
        var officer = text(asked.officer());
        var people = officer.map(this::people).orElse(List.of());
        if ((number.isPresent() && matter.isEmpty())
                || (unit.isPresent() && codes.isEmpty())
                || (officer.isPresent() && people.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Search(
                matter.orElse(null),
                text(asked.process()).orElse(null),
                codes,
                people,
                text(asked.step()).orElse(null),
                asked.state() == null ? null : asked.state() == Asked.State.ENDED,
                text(asked.outcome()).orElse(null),
                days(asked.startedFrom(), asked.startedTo()),
                days(asked.endedFrom(), asked.endedTo())));
    }

    private Optional<String> number(String typed) {
        var read = NUMBER.matcher(typed);
        if (!read.matches()) {
            return Optional.empty();
        }
        var year = read.group(1) == null ? Year.now(clock).toString() : read.group(1);
        return Optional.of("%s-%06d".formatted(year, Integer.parseInt(read.group(2))));
    }

    private List<String> units(String typed) {
        var all = units.all();
        var meant = all.stream()
                .filter(unit -> unit.code().value().equals(typed) || contains(unit.name(), typed))
                .map(Unit::code)
                .toList();
        return all.stream()
                .filter(unit -> meant.contains(unit.code()) || meant.contains(unit.parent()))
                .map(unit -> unit.code().value())
                .toList();
    }

    private List<String> people(String typed) {
        var exactly = members.find(typed).map(Member::userId);
        return exactly.isPresent()
                ? List.of(exactly.get())
                : members.all().stream()
                        .filter(member -> contains(member.name(), typed))
                        .map(Member::userId)
                        .toList();
    }

    private static boolean contains(String name, String typed) {
        return name.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT));
    }

    private Search.Span days(LocalDate first, LocalDate last) {
        return new Search.Span(begins(first), last == null ? null : begins(last.plusDays(1)));
    }

    private Instant begins(LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static Optional<String> text(String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }
}
