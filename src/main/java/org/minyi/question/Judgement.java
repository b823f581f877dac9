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
 *   <li>The first answer holds; what comes after it is evidence.
 *   <li>In time is what was received before the question closed, whenever it is looked at.
 * </ol>
 *
 * @param state what the reply is
 * @param question the question it belongs to; null when unknown
 * @param forAPerson whether a person has to ask what was meant
 */
record Judgement(ReplyRecord.State state, Question question, boolean forAPerson) {

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
            Instant receivedAt) {}

    static Judgement of(Stored reply, List<Question> onLine, Instant now) {
        var code = namedCode(reply);
        if (code.conflict()) {
            return new Judgement(ReplyRecord.State.AMBIGUOUS, null, true);
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
            return new Judgement(ReplyRecord.State.UNREADABLE, null, true);
        }
        var waiting = now.isBefore(reply.receivedAt().plus(WAITED_FOR));
        return new Judgement(waiting ? ReplyRecord.State.EARLY : ReplyRecord.State.UNMATCHED, null, false);
    }

    private static Judgement plain(Stored reply, List<Question> onLine) {
        var asked =
                onLine.stream().filter(question -> question.askedAt() != null).toList();
        var open = asked.stream()
                .filter(question -> question.state() == Question.State.OPEN)
                .toList();
        var candidates = open.isEmpty()
                ? asked.stream()
                        .filter(question ->
                                question.askedAt().isAfter(reply.receivedAt().minus(REMEMBERED)))
                        .toList()
                : open;
        if (candidates.size() == 1) {
            return answer(reply, candidates.get(0));
        }
        return candidates.isEmpty()
                ? new Judgement(ReplyRecord.State.UNMATCHED, null, false)
                : new Judgement(
                        ReplyRecord.State.AMBIGUOUS,
                        null,
                        candidates.stream().anyMatch(question -> question.answer() == null));
    }

    private static Judgement answer(Stored reply, Question question) {
        var answered = question.answer() != null;
        var inTime = question.state() != Question.State.WITHDRAWN
                && (question.closesAt() == null || !reply.receivedAt().isAfter(question.closesAt()));
        if (answered) {
            // A "thank you" after the answer says nothing else than the answer.
            var same = reply.digit() == null || question.answer().digit() == reply.digit();
            return new Judgement(same ? ReplyRecord.State.REPEATED : ReplyRecord.State.CONTRADICTORY, question, false);
        }
        if (reply.digit() == null || isAboutSomethingElse(reply)) {
            return new Judgement(ReplyRecord.State.UNREADABLE, question, inTime);
        }
        return new Judgement(inTime ? ReplyRecord.State.APPLIED : ReplyRecord.State.LATE, question, false);
    }

    /** Written in the thread of one question, but beginning with a number that is not its code: "10 3 of them". */
    private static boolean isAboutSomethingElse(Stored reply) {
        return reply.code() != null
                && !reply.extension().isEmpty()
                && !reply.extension().equals(String.valueOf(reply.code()));
    }
}
