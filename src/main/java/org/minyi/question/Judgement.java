package org.minyi.question;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.WordsId;

/**
 * What a reply is, given everything ever asked on its line. The rules, in order:
 *
 * <ol>
 *   <li>The extension names the question; the code in the text does when there is none; if both are there and differ,
 *       nobody guesses.
 *   <li>A plain digit belongs to the only open question of the line; when none is open, to the only one of the last
 *       thirty days; with more than one nobody guesses.
 *   <li>A named question that is not there yet is waited for.
 *   <li>The first answer holds. A bad one after a good one, in time, changes no figure but is heard; anything else is
 *       evidence.
 *   <li>In time is what was received before the question closed, whenever it is looked at. A bad answer that comes late
 *       is heard.
 *   <li>Words without a digit go to a person whenever they come, unless they are mere thanks after an answer, or the
 *       answer was bad and the person is phoned anyway.
 * </ol>
 *
 * @param state what the reply is
 * @param question the question it belongs to; null when unknown
 * @param then what follows from it
 */
record Judgement(ReplyRecord.State state, Question question, Then then) {

    /** What follows from a reply beyond its being kept. */
    enum Then {
        NOTHING,
        /** A person has to ask what was meant. */
        A_PERSON_ASKS,
        /** It is no answer any more, and not a good one: the person is heard all the same. */
        THE_PERSON_IS_HEARD
    }

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration WAITED_FOR = Duration.ofHours(1);

    /** A reply as stored, its words already sealed. */
    record Stored(
            UUID id,
            LineId line,
            String extension,
            Integer code,
            boolean lettered,
            Integer digit,
            WordsId words,
            boolean courtesy,
            Via via,
            Instant receivedAt) {

        private boolean isWords() {
            return digit == null && words != null && !courtesy;
        }

        private boolean isBad() {
            return digit != null
                    && Answer.of(digit).filter(answer -> !answer.isGood()).isPresent();
        }
    }

    static Judgement of(Stored reply, List<Question> onLine, Instant now) {
        var code = namedCode(reply);
        if (code.conflict()) {
            return new Judgement(ReplyRecord.State.AMBIGUOUS, null, Then.A_PERSON_ASKS);
        }
        return code.value() == null ? plain(reply, onLine) : named(reply, code.value(), onLine, now);
    }

    private record Code(Integer value, boolean conflict) {}

    private static Code namedCode(Stored reply) {
        var extension = reply.extension().matches("[1-9]\\d") ? Integer.valueOf(reply.extension()) : null;
        if (extension == null) {
            return new Code(reply.code(), false);
        }
        var conflict = reply.lettered() && !Objects.equals(reply.code(), extension);
        return new Code(extension, conflict);
    }

    private static Judgement named(Stored reply, int code, List<Question> onLine, Instant now) {
        // A code returns on a line after 89 others: the newest question of the code is meant.
        var named = onLine.stream()
                .filter(question -> question.code() == code && question.askedAt() != null)
                .reduce((older, newer) -> newer);
        if (named.isPresent()) {
            return answer(reply, named.get());
        }
        if (reply.extension().isEmpty() && !reply.lettered()) {
            // "10 3 of them were rude": a number that is no code of ours is just words.
            return new Judgement(ReplyRecord.State.UNREADABLE, null, Then.A_PERSON_ASKS);
        }
        if (now.isBefore(reply.receivedAt().plus(WAITED_FOR))) {
            return new Judgement(ReplyRecord.State.EARLY, null, Then.NOTHING);
        }
        var words = reply.isWords() && !remembered(reply, onLine).isEmpty();
        return new Judgement(ReplyRecord.State.UNMATCHED, null, words ? Then.A_PERSON_ASKS : Then.NOTHING);
    }

    private static Judgement plain(Stored reply, List<Question> onLine) {
        var asked =
                onLine.stream().filter(question -> question.askedAt() != null).toList();
        var open = asked.stream()
                .filter(question -> question.state() == Question.State.OPEN)
                .toList();
        var candidates = open.isEmpty() ? remembered(reply, asked) : open;
        if (candidates.size() == 1) {
            return answer(reply, candidates.get(0));
        }
        if (candidates.isEmpty()) {
            return new Judgement(ReplyRecord.State.UNMATCHED, null, Then.NOTHING);
        }
        var unclear = reply.isWords() || candidates.stream().anyMatch(question -> question.answer() == null);
        return new Judgement(ReplyRecord.State.AMBIGUOUS, null, unclear ? Then.A_PERSON_ASKS : Then.NOTHING);
    }

    /** What was asked so lately that a message without a code may still be about it. */
    private static List<Question> remembered(Stored reply, List<Question> onLine) {
        var since = reply.receivedAt().minus(REMEMBERED);
        return onLine.stream()
                .filter(question ->
                        question.askedAt() != null && question.askedAt().isAfter(since))
                .toList();
    }

    private static Judgement answer(Stored reply, Question question) {
        var inTime = question.state() != Question.State.WITHDRAWN
                && (question.closesAt() == null || !reply.receivedAt().isAfter(question.closesAt()));
        if (question.answer() != null) {
            return afterAnswer(reply, question, inTime);
        }
        if (reply.digit() == null || isAboutSomethingElse(reply)) {
            return new Judgement(ReplyRecord.State.UNREADABLE, question, Then.A_PERSON_ASKS);
        }
        if (inTime) {
            return new Judgement(ReplyRecord.State.APPLIED, question, Then.NOTHING);
        }
        return new Judgement(ReplyRecord.State.LATE, question, reply.isBad() ? Then.THE_PERSON_IS_HEARD : Then.NOTHING);
    }

    private static Judgement afterAnswer(Stored reply, Question question, boolean inTime) {
        var good = question.answer().isGood();
        if (reply.digit() == null) {
            return reply.isWords() && good
                    ? new Judgement(ReplyRecord.State.UNREADABLE, question, Then.A_PERSON_ASKS)
                    : new Judgement(ReplyRecord.State.REPEATED, question, Then.NOTHING);
        }
        if (question.answer().digit() == reply.digit()) {
            return new Judgement(ReplyRecord.State.REPEATED, question, Then.NOTHING);
        }
        return new Judgement(
                ReplyRecord.State.CONTRADICTORY,
                question,
                good && inTime && reply.isBad() ? Then.THE_PERSON_IS_HEARD : Then.NOTHING);
    }

    /** Written in the thread of one question, but beginning with a number that is not its code: "10 3 of them". */
    private static boolean isAboutSomethingElse(Stored reply) {
        return reply.code() != null
                && !reply.extension().isEmpty()
                && !reply.extension().equals(String.valueOf(reply.code()));
    }
}
