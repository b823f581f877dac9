package org.minyi.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minyi.channel.sms.ReplySink;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.Spoken;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replies: first stored and committed, then looked at in sets. Any number of nodes may look at once: a reply is looked
 * at by one of them, and an answer is written only where none is yet.
 */
@Service
public class Replies implements ReplySink {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final int CHUNK = 2_000;
    private static final Duration SET_ASIDE_AT_LEAST = Duration.ofSeconds(10);
    private static final Duration SET_ASIDE_AT_MOST = Duration.ofHours(1);
    private static final Duration EARLY_AGAIN_AT_LEAST = Duration.ofSeconds(1);
    private static final Duration EARLY_AGAIN_AT_MOST = Duration.ofMinutes(5);

    private final QuestionTables tables;
    private final WordsBook words;
    private final Citizens citizens;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Runnable stored = () -> {};

    Replies(
            QuestionTables tables,
            WordsBook words,
            Citizens citizens,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.words = words;
        this.citizens = citizens;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The last reply that was stored, as a text that differs from that of the one before; empty before the first. */
    public String latest() {
        return tables.latestReply();
    }

    /** Calls when something new lies here, after its commit. */
    void whenStored(Runnable listener) {
        stored = listener;
    }

    @Override
    @Transactional
    public void store(List<Written> written) {
        var once = new LinkedHashMap<String, Written>();
        written.forEach(reply -> once.putIfAbsent(reply.operatorRef(), reply));
        once.keySet().removeAll(tables.knownRefs(once.keySet()));
        if (once.isEmpty()) {
            return;
        }
        tables.store(sealed(once.values().stream().toList()));
        ringAfterCommit();
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                stored.run();
            }
        });
    }

    /**
     * Stores what was answered on the page of a question: into the same inbox, judged by the same rules as an SMS, and
     * once for each question.
     *
     * @param said the person's own words; blank when they wrote none
     * @return false when this question was answered on its page before
     */
    @Transactional
    public boolean storeFromPage(Question question, Answer answer, String said) {
        if (cameFromPage(question)) {
            return false;
        }
        var text = ReplyText.onPage(question.code(), answer, said);
        var kept = text.words().isEmpty() ? null : words.keep(question.person(), text.words());
        tables.store(List.of(new QuestionTables.NewReply(
                onPage(question), question.line(), String.valueOf(question.code()), text, kept, clock.instant())));
        ringAfterCommit();
        return true;
    }

    /** Whether the question was answered on its page, looked at or not. */
    public boolean cameFromPage(Question question) {
        return !tables.knownRefs(List.of(onPage(question))).isEmpty();
    }

    private static String onPage(Question question) {
        return "page:" + question.id();
    }

    private List<QuestionTables.NewReply> sealed(List<Written> written) {
        var texts = written.stream().map(reply -> ReplyText.of(reply.text())).toList();
        var spoken = texts.stream()
                .filter(text -> !text.words().isEmpty())
                .map(text -> new Spoken(null, text.words()))
                .toList();
        var kept = words.keepAll(spoken).iterator();
        var replies = new ArrayList<QuestionTables.NewReply>(written.size());
        for (var at = 0; at < written.size(); at++) {
            var reply = written.get(at);
            var text = texts.get(at);
            if (text.optOut()) {
                citizens.optOut(reply.line());
            }
            replies.add(new QuestionTables.NewReply(
                    reply.operatorRef(),
                    reply.line(),
                    reply.extension(),
                    text,
                    text.words().isEmpty() ? null : kept.next(),
                    reply.receivedAt()));
        }
        return replies;
    }

    /**
     * Looks at everything that waits, a set at a time. Answers how many replies were settled. A set that fails leaves
     * nothing behind and is halved until the one reply is found that nobody can take; that one is set aside and the
     * sets grow again.
     */
    public int applyAll() {
        var settled = 0;
        var size = CHUNK;
        var round = applySome(size);
        while (round.seen() > 0) {
            settled += round.settled();
            size = round.failed() ? Math.max(1, round.seen() / 2) : Math.min(CHUNK, size * 2);
            round = applySome(size);
        }
        return settled;
    }

    private record Round(int seen, int settled, boolean failed) {}

    private Round applySome(int atMost) {
        var applying = new Applying(clock.instant());
        try {
            return transaction.execute(status -> applying.run(atMost));
        } catch (RuntimeException failure) {
            var seen = applying.seen;
            if (seen.isEmpty()) {
                // Nothing was looked at, so no reply is to blame.
                throw failure;
            }
            if (seen.size() == 1) {
                setAside(seen.get(0), failure);
            }
            return new Round(seen.size(), 0, true);
        }
    }

    private void setAside(UUID reply, RuntimeException failure) {
        var now = clock.instant();
        var again = transaction.execute(status -> tables.setAside(reply, now, SET_ASIDE_AT_LEAST, SET_ASIDE_AT_MOST));
        LOG.error("reply {} could not be followed, it is set aside until {}", reply, again, failure);
    }

    /** One set of replies being looked at, in one transaction. */
    private final class Applying {

        private final Instant now;
        private final List<UUID> seen = new ArrayList<>();
        private final Map<UUID, QuestionTables.Given> answers = new LinkedHashMap<>();
        private final Map<UUID, Question> answered = new HashMap<>();
        private final List<QuestionTables.Judged> judged = new ArrayList<>();
        private final List<Object> happened = new ArrayList<>();
        private final Map<WordsId, PersonId> speakers = new HashMap<>();

        Applying(Instant now) {
            this.now = now;
        }

        Round run(int atMost) {
            var due = tables.due(now, atMost);
            due.forEach(reply -> seen.add(reply.id()));
            if (due.isEmpty()) {
                return new Round(0, 0, false);
            }
            var onLines = tables.onLines(
                    due.stream().map(Judgement.Stored::line).distinct().toList());
            due.forEach(reply -> judge(reply, onLines));
            write();
            happened.forEach(events::publishEvent);
            return new Round(due.size(), judged.size(), false);
        }

        private void judge(Judgement.Stored reply, Map<LineId, List<Question>> onLines) {
            var judgement = Judgement.of(reply, onLines.getOrDefault(reply.line(), List.of()), now);
            var question = judgement.question();
            if (question != null && answers.containsKey(question.id().value())) {
                // Answered by another reply of this very set: it stays due and is looked at when that is written.
                return;
            }
            if (judgement.state() == ReplyRecord.State.APPLIED) {
                answers.put(
                        question.id().value(),
                        new QuestionTables.Given(
                                question.id().value(),
                                Answer.of(reply.digit()).orElseThrow(),
                                reply.words(),
                                reply.receivedAt(),
                                reply.via()));
                answered.put(question.id().value(), question);
            } else {
                tell(reply, judgement);
            }
            if (question != null && reply.words() != null) {
                speakers.put(reply.words(), question.person());
            }
            judged.add(new QuestionTables.Judged(
                    reply.id(),
                    judgement.state(),
                    question == null ? null : question.id(),
                    judgement.state() == ReplyRecord.State.EARLY ? lookAgainAt(reply) : null));
        }

        private void tell(Judgement.Stored reply, Judgement judgement) {
            switch (judgement.then()) {
                case A_PERSON_ASKS ->
                    happened.add(
                            new UnclearReplyReceived(reply.id(), reply.line(), judgement.question(), reply.words()));
                case THE_PERSON_IS_HEARD ->
                    happened.add(new LateAnswerGiven(
                            given(judgement.question(), Answer.of(reply.digit()).orElseThrow(), reply.words())));
                case NOTHING -> {}
            }
        }

        private void write() {
            var written =
                    answers.isEmpty() ? List.<UUID>of() : List.copyOf(tables.answer(List.copyOf(answers.values())));
            for (var id : written) {
                var question = answered.get(id);
                var answer = answers.remove(id);
                if (question.subject() == Subject.WORK_ORDER || !answer.answer().isGood()) {
                    happened.add(given(question, answer.answer(), answer.words()));
                }
            }
            // What is left was answered by another node meanwhile: its replies stay as they were and are looked at
            // again.
            judged.removeIf(one -> one.state() == ReplyRecord.State.APPLIED
                    && answers.containsKey(one.question().value()));
            if (!judged.isEmpty()) {
                tables.judged(judged);
            }
            words.saidBy(speakers);
        }

        private Instant lookAgainAt(Judgement.Stored reply) {
            var age = Duration.between(reply.receivedAt(), now);
            var pause = age.compareTo(EARLY_AGAIN_AT_LEAST) < 0 ? EARLY_AGAIN_AT_LEAST : age;
            return now.plus(pause.compareTo(EARLY_AGAIN_AT_MOST) > 0 ? EARLY_AGAIN_AT_MOST : pause);
        }

        private AnswerGiven given(Question question, Answer answer, WordsId said) {
            return new AnswerGiven(
                    question.id(),
                    question.subject(),
                    question.subjectId(),
                    question.round(),
                    question.person(),
                    question.line(),
                    answer,
                    said);
        }
    }
}
