package org.minyi.citizen;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.minyi.citizen.CitizenTables.NewPerson;
import org.minyi.citizen.CitizenTables.OnLine;
import org.springframework.stereotype.Component;

/**
 * Finds or creates whole sets of people and lines. Look first, insert what is missing, and look again when another node
 * was faster: whoever loses the race uses the winner's row.
 */
@Component
class Enrolment {

    private final CitizenTables tables;

    Enrolment(CitizenTables tables) {
        this.tables = tables;
    }

    List<Enrolled> enrol(List<Told> told) {
        var numbers = new ArrayList<PhoneReading.Phone>(told.size());
        for (var one : told) {
            numbers.add(one.phone() == null || one.phone().isBlank() ? null : number(one.phone()));
        }
        var lines = lines(numbers);
        var persons = persons(told, numbers, lines);
        var answers = new ArrayList<Enrolled>(told.size());
        for (int at = 0; at < told.size(); at++) {
            var number = numbers.get(at);
            answers.add(
                    number == null
                            ? new Enrolled(persons.get(at), null, null)
                            : new Enrolled(persons.get(at), lines.get(number.digits()), number.kind()));
        }
        return answers;
    }

    /** The line of every number, created where there was none; nulls are passed over. */
    Map<String, LineId> lines(Collection<PhoneReading.Phone> numbers) {
        var asked = new LinkedHashMap<String, PhoneReading.Phone>();
        for (var number : numbers) {
            if (number != null) {
                asked.put(number.digits(), number);
            }
        }
        tables.beginEnrolling();
        var known = tables.linesOf(asked.keySet());
        var found = known.ids();
        remember(known, asked.keySet());
        // Sorted, so that two nodes never wait for each other crosswise.
        var missing = new LinkedHashMap<PhoneReading.Phone, LineId>();
        for (var digits : new TreeSet<>(asked.keySet())) {
            if (!found.containsKey(digits)) {
                missing.put(asked.get(digits), new LineId(UuidCreator.getTimeOrderedEpoch()));
            }
        }
        if (missing.isEmpty()) {
            return found;
        }
        if (tables.insertLines(missing)) {
            missing.forEach((number, id) -> found.put(number.digits(), id));
            return found;
        }
        return tables.linesOf(asked.keySet()).ids();
    }

    /** Who speaks on a line, said to be this person; either may be unknown. */
    PersonId speaks(PersonId said, LineId line) {
        tables.beginEnrolling();
        var name = said == null ? "" : tables.face(said).map(Face::name).orElse("");
        if (line == null) {
            return said == null ? stranger(name, null) : said;
        }
        var here = new OnLine(line, name);
        var known = tables.personsOn(Set.of(here)).get(here);
        if (known != null) {
            return known;
        }
        if (said == null) {
            return stranger(name, line);
        }
        tables.putOn(said, here);
        return said;
    }

    private PersonId stranger(String name, LineId line) {
        var person = new NewPerson(new PersonId(UuidCreator.getTimeOrderedEpoch()), name, line, false, null);
        if (tables.insertPersons(List.of(person))) {
            return person.id();
        }
        var here = new OnLine(line, name);
        return tables.personsOn(Set.of(here)).get(here);
    }

    /** Numbers that were forgotten and are told again. */
    private void remember(CitizenTables.Lines known, Collection<String> numbers) {
        if (known.blank().isEmpty()) {
            return;
        }
        var again = new HashMap<LineId, String>();
        for (var number : numbers) {
            var line = known.ids().get(number);
            if (line != null && known.blank().contains(line)) {
                again.put(line, number);
            }
        }
        tables.remember(again);
    }

    private List<PersonId> persons(List<Told> told, List<PhoneReading.Phone> numbers, Map<String, LineId> lines) {
        var keys = new ArrayList<OnLine>(told.size());
        for (int at = 0; at < told.size(); at++) {
            var number = numbers.get(at);
            keys.add(
                    number == null
                            ? null
                            : new OnLine(
                                    lines.get(number.digits()), told.get(at).name()));
        }
        var asked = new LinkedHashSet<>(keys);
        asked.remove(null);
        var known = tables.personsOn(asked);
        var fresh = new HashMap<OnLine, NewPerson>();
        var strangers = new ArrayList<NewPerson>();
        var minors = new LinkedHashSet<PersonId>();
        var answers = new ArrayList<PersonId>(told.size());
        for (int at = 0; at < told.size(); at++) {
            answers.add(place(told.get(at), keys.get(at), known, fresh, strangers, minors));
        }
        var written = write(keys, answers, fresh, strangers, minors);
        var here = new HashSet<PersonId>();
        fresh.values().forEach(person -> here.add(person.id()));
        strangers.forEach(person -> here.add(person.id()));
        move(told, written, here);
        return written;
    }

    /** Recognises one person or notes them as new. */
    private static PersonId place(
            Told told,
            OnLine key,
            Map<OnLine, PersonId> known,
            Map<OnLine, NewPerson> fresh,
            List<NewPerson> strangers,
            Set<PersonId> minors) {
        var id = key == null ? null : known.get(key);
        if (id == null && key != null && fresh.containsKey(key)) {
            id = fresh.get(key).id();
        }
        if (id != null) {
            if (told.minor()) {
                minors.add(id);
            }
            return id;
        }
        var person = new NewPerson(
                new PersonId(UuidCreator.getTimeOrderedEpoch()),
                told.name(),
                key == null ? null : key.line(),
                told.minor(),
                told.address());
        if (key == null) {
            strangers.add(person);
        } else {
            fresh.put(key, person);
        }
        return person.id();
    }

    private List<PersonId> write(
            List<OnLine> keys,
            List<PersonId> answers,
            Map<OnLine, NewPerson> fresh,
            List<NewPerson> strangers,
            Set<PersonId> minors) {
        var persons = new ArrayList<>(fresh.values());
        persons.sort((one, other) -> {
            int byLine = one.line().value().compareTo(other.line().value());
            return byLine != 0 ? byLine : one.name().compareTo(other.name());
        });
        persons.addAll(strangers);
        if (!persons.isEmpty() && !tables.insertPersons(persons)) {
            var winners = tables.personsOn(fresh.keySet());
            for (int at = 0; at < answers.size(); at++) {
                var winner = keys.get(at) == null ? null : winners.get(keys.get(at));
                if (winner != null) {
                    noteMinor(fresh.get(keys.get(at)), winner, minors);
                    answers.set(at, winner);
                }
            }
        }
        if (!minors.isEmpty()) {
            tables.markMinors(minors);
        }
        return answers;
    }

    /** Notes where people live who were known, or written by somebody else meanwhile; new ones brought it along. */
    private void move(List<Told> told, List<PersonId> answers, Set<PersonId> fresh) {
        var addresses = new HashMap<PersonId, String>();
        for (int at = 0; at < told.size(); at++) {
            if (told.get(at).address() != null && !fresh.contains(answers.get(at))) {
                addresses.put(answers.get(at), told.get(at).address());
            }
        }
        if (!addresses.isEmpty()) {
            tables.moved(addresses);
        }
    }

    private static void noteMinor(NewPerson loser, PersonId winner, Set<PersonId> minors) {
        if (loser.minor() || minors.contains(loser.id())) {
            minors.add(winner);
        }
    }

    private static PhoneReading.Phone number(String typed) {
        var reading = PhoneReading.of(typed);
        if (reading instanceof PhoneReading.Phone number) {
            return number;
        }
        throw new NotAPhone(((PhoneReading.Fault) reading).words());
    }
}
