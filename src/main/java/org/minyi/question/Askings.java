package org.minyi.question;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.minyi.channel.sms.Outbox;
import org.minyi.channel.sms.SmsDraft;
import org.minyi.channel.sms.SmsState;
import org.minyi.channel.sms.SmsThread;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.citizen.LineOptedOut;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions asked together: planned, asked, reminded of and closed in sets, however many there are. */
@Service
public class Askings {

    private static final int CHUNK = 5_000;
    private static final int TRIES = 5;
    /** Stands in a text for the address of the question's own page. */
    private static final String LINK = "{link}";

    private static final UUID FIRST = new UUID(0, 0);

    private final QuestionTables tables;
    private final Outbox outbox;
    private final SmsThread thread;
    private final Citizens citizens;
    private final AnswerPages pages;
    private final Clock clock;

    Askings(QuestionTables tables, Outbox outbox, SmsThread thread, Citizens citizens, AnswerPages pages, Clock clock) {
        this.tables = tables;
        this.outbox = outbox;
        this.thread = thread;
        this.citizens = citizens;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Gives each question its code; nothing is sent yet. All are of one batch. A subject that has its question of this
     * round keeps the one it has.
     */
    @Transactional
    public void plan(List<NewQuestion> questions) {
        for (var from = 0; from < questions.size(); from += CHUNK) {
            var until = Math.min(from + CHUNK, questions.size());
            planChunk(questions.subList(from, until));
            // Else the next set is joined row by row, as if the table were still empty.
            tables.filled(until);
        }
    }

    private void planChunk(List<NewQuestion> questions) {
        var batch = questions.get(0).batch();
        tables.plan(batch, clock.instant());
        var wanted = new HashSet<QuestionTables.Texts>();
        questions.forEach(question -> wanted.add(new QuestionTables.Texts(question.text(), question.reminder())));
        var numbers = tables.numbered(batch, wanted);
        var missing = questions;
        for (var attempt = 0; attempt < TRIES; attempt++) {
            if (tables.insert(missing, numbers) == missing.size()) {
                return;
            }
            var there = tables.askedAbout(missing);
            missing = missing.stream()
                    .filter(question ->
                            !there.contains("" + question.subject() + question.subjectId() + question.round()))
                    .toList();
            if (missing.isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException("%d questions found no free reply code".formatted(missing.size()));
    }

    /**
     * Puts the planned questions of a batch into the outbox, but for those whose line has opted out since: they are taken
     * back. A second call changes nothing.
     */
    @Transactional
    public void send(UUID batch, Instant closesAt) {
        var now = clock.instant();
        if (!tables.ask(batch, now, closesAt)) {
            return;
        }
        var texts = List.copyOf(tables.textsOf(batch).keySet());
        var put = eachOpen(
                batch,
                open -> outbox.put(welcome(open).stream()
                        .map(question -> draft(
                                question.id(),
                                batch,
                                question,
                                texts.get(question.text()).text(),
                                now))
                        .toList()));
        outbox.filled(put);
    }

    private List<QuestionTables.Open> welcome(List<QuestionTables.Open> open) {
        var gone =
                citizens.optedOut(open.stream().map(QuestionTables.Open::line).toList());
        if (gone.isEmpty()) {
            return open;
        }
        tables.end(
                open.stream()
                        .filter(question -> gone.contains(question.line()))
                        .map(QuestionTables.Open::id)
                        .toList(),
                Question.State.WITHDRAWN);
        return open.stream().filter(question -> !gone.contains(question.line())).toList();
    }

    /** Nobody is asked on this line any more: what has not left does not leave, and who was never asked is taken back. */
    @EventListener
    @Transactional
    public void on(LineOptedOut optedOut) {
        var open = tables.openOn(optedOut.line());
        outbox.withdraw(messages(open));
        endWithdrawn(open);
    }

    private void endWithdrawn(List<QuestionTables.Open> open) {
        var states = thread.states(open.stream().map(QuestionTables.Open::id).toList());
        tables.end(
                open.stream()
                        .map(QuestionTables.Open::id)
                        .filter(id -> states.get(id) == SmsState.WITHDRAWN)
                        .toList(),
                Question.State.WITHDRAWN);
    }

    /** Those whose line has not opted out since they were asked. */
    public List<Question> welcomed(List<Question> asked) {
        var gone = citizens.optedOut(asked.stream().map(Question::line).toList());
        return asked.stream()
                .filter(question -> !gone.contains(question.line()))
                .toList();
    }

    /**
     * Reminds who is silent: the SMS reached the operator, nobody answered, the line has not opted out since. A message
     * whose fate is unknown is not followed by another. A second call changes nothing.
     */
    @Transactional
    public void remind(UUID batch) {
        var now = clock.instant();
        if (!tables.remind(batch, now)) {
            return;
        }
        var texts = List.copyOf(tables.textsOf(batch).keySet());
        if (texts.stream().allMatch(text -> text.reminder().isBlank())) {
            return;
        }
        eachOpen(batch, open -> remind(batch, open, texts, now));
    }

    private void remind(UUID batch, List<QuestionTables.Open> open, List<QuestionTables.Texts> texts, Instant now) {
        var states = thread.states(open.stream().map(QuestionTables.Open::id).toList());
        var gone =
                citizens.optedOut(open.stream().map(QuestionTables.Open::line).toList());
        var ids = new ArrayList<UUID>();
        var drafts = new ArrayList<SmsDraft>();
        for (var question : open) {
            var state = states.get(question.id());
            var reminder = texts.get(question.text()).reminder();
            if ((state == SmsState.DELIVERED || state == SmsState.ACCEPTED)
                    && !reminder.isBlank()
                    && !gone.contains(question.line())) {
                ids.add(question.id());
                drafts.add(draft(UuidCreator.getTimeOrderedEpochPlus1(), batch, question, reminder, now));
            }
        }
        tables.reminded(ids, drafts.stream().map(SmsDraft::id).toList());
        outbox.put(drafts);
    }

    /**
     * Gives every open question of the batch its last state: SILENT when an SMS was delivered, UNDELIVERED when none
     * could be, UNKNOWN when nobody can tell. What has not left by now is taken back.
     */
    @Transactional
    public void close(UUID batch) {
        if (!tables.close(batch, clock.instant())) {
            return;
        }
        outbox.withdraw(batch);
        eachOpen(batch, this::end);
    }

    private static List<UUID> messages(List<QuestionTables.Open> open) {
        var messages = new ArrayList<UUID>(open.size());
        open.forEach(question -> {
            messages.add(question.id());
            if (question.reminder() != null) {
                messages.add(question.reminder());
            }
        });
        return messages;
    }

    private void end(List<QuestionTables.Open> open) {
        var states = thread.states(messages(open));
        var ends = new EnumMap<Question.State, List<UUID>>(Question.State.class);
        for (var question : open) {
            ends.computeIfAbsent(
                            last(states.get(question.id()), states.get(question.reminder())), end -> new ArrayList<>())
                    .add(question.id());
        }
        ends.forEach((end, questions) -> tables.end(questions, end));
    }

    private static Question.State last(SmsState asked, SmsState reminded) {
        if (asked == SmsState.DELIVERED || reminded == SmsState.DELIVERED) {
            return Question.State.SILENT;
        }
        return asked == null
                        || Set.of(SmsState.FAILED, SmsState.EXPIRED, SmsState.WITHDRAWN)
                                .contains(asked)
                ? Question.State.UNDELIVERED
                : Question.State.UNKNOWN;
    }

    /** Takes a batch back: what is unsent is not sent, and nobody's answer to it counts any more. */
    @Transactional
    public void withdraw(UUID batch) {
        if (tables.withdraw(batch, clock.instant())) {
            outbox.withdraw(batch);
            tables.withdrawQuestions(batch);
        }
    }

    /**
     * Stops a batch on its way: what has not left does not leave, and only those who are thereby never asked are taken
     * back. Who was asked may answer until the batch closes.
     */
    @Transactional
    public void stop(UUID batch) {
        outbox.withdraw(batch);
        eachOpen(batch, this::endWithdrawn);
    }

    /** Which of the subjects have been asked about before, in any round, even if only planned. */
    public Set<UUID> askedAbout(Subject subject, Collection<UUID> subjects) {
        return tables.subjects(subject, subjects);
    }

    /** Which of the lines were asked anything since then, whoever asked. */
    public Set<LineId> askedSince(Collection<LineId> lines, Instant since) {
        return tables.askedSince(lines, since);
    }

    /** How a batch stands at this moment. */
    public Standing standing(UUID batch) {
        return Standing.of(tables.count(batch), reached(batch));
    }

    /** How many of those who may still answer have an SMS that their operator reports as delivered. */
    private int reached(UUID batch) {
        var reached = new AtomicInteger();
        eachOpen(batch, open -> {
            var states = thread.states(messages(open));
            reached.addAndGet((int) open.stream()
                    .filter(question ->
                            last(states.get(question.id()), states.get(question.reminder())) == Question.State.SILENT)
                    .count());
        });
        return reached.get();
    }

    /** The questions of a batch in one state, oldest id first. */
    public List<Question> inState(UUID batch, Question.State state) {
        return tables.inState(batch, state);
    }

    /** Answers how many there were. */
    private int eachOpen(UUID batch, Consumer<List<QuestionTables.Open>> receiver) {
        var seen = 0;
        var open = tables.open(batch, FIRST, CHUNK);
        while (!open.isEmpty()) {
            receiver.accept(open);
            seen += open.size();
            open = open.size() < CHUNK
                    ? List.of()
                    : tables.open(batch, open.get(open.size() - 1).id(), CHUNK);
        }
        return seen;
    }

    private SmsDraft draft(UUID id, UUID batch, QuestionTables.Open question, String text, Instant now) {
        var code = String.valueOf(question.code());
        var written = text.replace("{code}", "A" + code);
        return new SmsDraft(
                id,
                batch,
                question.line(),
                code,
                // Costs a cipher for each: only a text that wants one gets it.
                written.contains(LINK) ? written.replace(LINK, pages.address(new QuestionId(question.id()))) : written,
                now);
    }

    /**
     * How many questions of a batch stand where.
     *
     * @param reached how many of the open ones have a message that is reported as delivered
     */
    public record Standing(
            int open,
            int reached,
            int satisfied,
            int half,
            int dissatisfied,
            int silent,
            int undelivered,
            int unknown,
            int withdrawn) {

        static Standing of(Map<String, Integer> counts, int reached) {
            return new Standing(
                    counts.getOrDefault("OPEN", 0),
                    reached,
                    counts.getOrDefault("SATISFIED", 0),
                    counts.getOrDefault("HALF", 0),
                    counts.getOrDefault("DISSATISFIED", 0),
                    counts.getOrDefault("SILENT", 0),
                    counts.getOrDefault("UNDELIVERED", 0),
                    counts.getOrDefault("UNKNOWN", 0),
                    counts.getOrDefault("WITHDRAWN", 0));
        }

        public int answered() {
            return satisfied + half + dissatisfied;
        }

        /** Whom a message reached: they answered, stayed silent, or may still answer. */
        public int delivered() {
            return answered() + silent + reached;
        }
    }
}
