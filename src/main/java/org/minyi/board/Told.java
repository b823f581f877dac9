package org.minyi.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minyi.citizen.AttachmentId;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * Something that happened, before it is put into anybody's language.
 *
 * @param key of the sentence in messages/board.properties; a longer key falls back to its beginning
 * @param facts of the sentence
 * @param words what somebody said or wrote about it; null when nothing
 * @param text what was sent; null when nothing
 * @param by user id; null when no person did it
 * @param unit null when it is the centre's or nobody's
 * @param document what can be opened besides; null where there is nothing
 * @param files what was handed in with it
 * @param sayings how it stands, below the sentence
 */
record Told(
        Instant at,
        Kind kind,
        String key,
        List<Object> facts,
        WordsId words,
        String text,
        String by,
        UnitCode unit,
        Integer round,
        UUID document,
        List<AttachmentId> files,
        List<Saying> sayings) {

    /** A fact that is itself a word of messages/board.properties. */
    record Word(String group, String code) {}

    /** A sentence of its own, with its facts. */
    record Saying(String key, List<Object> facts) {}

    /** What kind of happening it was; the dossier colours by it. */
    enum Kind {
        CONTACT,
        SMS_OUT,
        SMS_IN,
        CALL,
        TRIAGE,
        STEP,
        LETTER
    }

    static Told of(Instant at, Kind kind, String key, Object... facts) {
        return new Told(at, kind, key, List.of(facts), null, null, null, null, null, null, List.of(), List.of());
    }

    Told words(WordsId said) {
        return new Told(at, kind, key, facts, said, text, by, unit, round, document, files, sayings);
    }

    Told text(String sent) {
        return new Told(at, kind, key, facts, words, sent, by, unit, round, document, files, sayings);
    }

    Told by(String user) {
        return new Told(at, kind, key, facts, words, text, user, unit, round, document, files, sayings);
    }

    Told in(UnitCode where) {
        return new Told(at, kind, key, facts, words, text, by, where, round, document, files, sayings);
    }

    Told round(int number) {
        return new Told(at, kind, key, facts, words, text, by, unit, number, document, files, sayings);
    }

    Told document(UUID id) {
        return new Told(at, kind, key, facts, words, text, by, unit, round, id, files, sayings);
    }

    Told files(List<AttachmentId> ids) {
        return new Told(at, kind, key, facts, words, text, by, unit, round, document, ids, sayings);
    }

    Told saying(List<Saying> more) {
        return new Told(at, kind, key, facts, words, text, by, unit, round, document, files, more);
    }
}
