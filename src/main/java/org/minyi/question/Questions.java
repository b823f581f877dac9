package org.minyi.question;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions put to citizens by SMS, and what came back. */
@Service
public class Questions {

    private final QuestionTables tables;
    private final Askings askings;
    private final Clock clock;

    Questions(QuestionTables tables, Askings askings, Clock clock) {
        this.tables = tables;
        this.askings = askings;
        this.clock = clock;
    }

    /** Asks at once. Asking again about the same subject in the same round answers the question already asked. */
    @Transactional
    public QuestionId ask(NewQuestion question) {
        askAll(List.of(question));
        return tables.about(question.subject(), question.subjectId(), question.round())
                .map(Question::id)
                .orElseThrow();
    }

    /** Asks all of them at once, each batch as a whole. */
    @Transactional
    public void askAll(List<NewQuestion> questions) {
        var batches = new LinkedHashMap<UUID, List<NewQuestion>>();
        questions.forEach(question -> batches.computeIfAbsent(question.batch(), batch -> new ArrayList<>())
                .add(question));
        batches.forEach((batch, together) -> {
            askings.plan(together);
            askings.send(batch, together.get(0).closesAt());
        });
    }

    /** Closes what is still open of a batch; a reply that was received before still counts. */
    @Transactional
    public void closeOpen(UUID batch) {
        askings.close(batch);
    }

    /** Writes down what the person said on the phone. False when the question is answered already. */
    @Transactional
    public boolean answerByPhone(QuestionId question, Answer answer, WordsId words) {
        var given = new QuestionTables.Given(question.value(), answer, words, clock.instant(), Via.PHONE);
        return !tables.answer(List.of(given)).isEmpty();
    }

    public Optional<Question> find(QuestionId id) {
        return tables.find(id);
    }

    /** The question about a subject in a round. */
    public Optional<Question> about(Subject subject, UUID subjectId, int round) {
        return tables.about(subject, subjectId, round);
    }

    /** Everything ever asked of a person, oldest first. */
    public List<Question> of(PersonId person) {
        return tables.of(person);
    }

    /** Everything ever asked on a line, oldest first. */
    public List<Question> onLine(LineId line) {
        return tables.onLines(List.of(line)).getOrDefault(line, List.of());
    }

    /** Every reply from a line, oldest first. */
    public List<ReplyRecord> repliesOn(LineId line) {
        return tables.repliesOn(line);
    }
}
