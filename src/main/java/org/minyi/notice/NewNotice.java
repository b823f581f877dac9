package org.minyi.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.desk.MatterFacts;
import org.minyi.organisation.UnitCode;

/**
 * A document to be issued.
 *
 * @param unit the addressee: its receipt has to be confirmed
 * @param copies units that get a mail and no task
 * @param reason why, as a word of the room that asks for it
 * @param about tells documents of one kind, matter, round and reason apart; empty where there is one
 * @param facts codes, instants (ISO-8601), unit codes (several with commas) and user ids, by the names of {@link Kind}
 * @param words what people wrote, sealed, by the names of {@link Kind}
 */
public record NewNotice(
        Kind kind,
        UnitCode unit,
        List<UnitCode> copies,
        Matter matter,
        int round,
        String reason,
        String about,
        Map<String, String> facts,
        Map<String, WordsId> words,
        List<Duty> duties) {

    public NewNotice {
        Objects.requireNonNull(reason, "reason");
        copies = copies.stream().distinct().filter(copy -> !copy.equals(unit)).toList();
        facts = Map.copyOf(facts);
        words = Map.copyOf(words);
        duties = List.copyOf(duties);
        for (var name : facts.keySet()) {
            mustBe(kind.knowsFact(name), kind, name);
        }
        for (var name : words.keySet()) {
            mustBe(kind.knowsWords(name), kind, name);
        }
    }

    /**
     * The matter a document is issued in.
     *
     * @param number as people say it: 2026-000123; null where nobody knows it
     * @param title nothing of the person; null where nobody knows it
     * @param person whose name and number are taken out of all words; null when nobody knows them
     * @param handling the unit that is responsible; null while none is
     * @param executing the unit that puts it right; null while none does
     * @param respondentUnit the unit complained about; null when nobody knows
     * @param respondentOfficer the officer complained about; null when nobody is named
     */
    public record Matter(
            UUID id,
            String number,
            String title,
            PersonId person,
            UnitCode handling,
            UnitCode executing,
            UnitCode respondentUnit,
            String respondentOfficer) {

        /** What a process about it carries: nothing of the person. */
        public MatterFacts facts() {
            return new MatterFacts(id, number, title, handling, executing, respondentUnit, respondentOfficer);
        }

        /** One of which nothing but the id is known. */
        public static Matter of(UUID id) {
            return new Matter(id, null, null, null, null, null, null, null);
        }
    }

    public static NewNotice of(Kind kind, UnitCode unit, Matter matter, int round, String reason) {
        return new NewNotice(kind, unit, List.of(), matter, round, reason, "", Map.of(), Map.of(), List.of());
    }

    public NewNotice copyTo(List<UnitCode> units) {
        return new NewNotice(kind, unit, units, matter, round, reason, about, facts, words, duties);
    }

    public NewNotice about(String key) {
        return new NewNotice(kind, unit, copies, matter, round, reason, key, facts, words, duties);
    }

    /** Says one thing more; what is null is not said. */
    public NewNotice fact(String name, Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(facts);
        more.put(name, value.toString());
        return new NewNotice(kind, unit, copies, matter, round, reason, about, more, words, duties);
    }

    /** Adds what somebody wrote; null where nobody did. */
    public NewNotice words(String name, WordsId written) {
        if (written == null) {
            return this;
        }
        var more = new TreeMap<>(words);
        more.put(name, written);
        return new NewNotice(kind, unit, copies, matter, round, reason, about, facts, more, duties);
    }

    public NewNotice duty(WordsId what, UnitCode whose, Instant due) {
        var more = new ArrayList<>(duties);
        more.add(new Duty(what, whose, due));
        return new NewNotice(kind, unit, copies, matter, round, reason, about, facts, words, more);
    }

    private static void mustBe(boolean known, Kind kind, String name) {
        if (!known) {
            throw new IllegalArgumentException(
                    "'%s' does not stand in a document of the kind %s".formatted(name, kind));
        }
    }
}
