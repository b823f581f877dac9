package org.minyi.channel.sms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link on which a long text leaves in parts, each answered for itself. Each message of a window has a thread of its own,
 * which sends its parts one after the other and waits for each answer; nothing is ever sent again of which an answer
 * stayed away.
 *
 * @param <S> the session of the protocol
 */
public abstract class PartwiseLink<S> implements SmsOperator {

    private static final Logger LOG = LoggerFactory.getLogger(PartwiseLink.class);

    /** A message of which a part is with the operator already cannot go back into the queue: its next part waits here. */
    private static final Duration PART_WAITS = Duration.ofMillis(500);

    private static final int PART_TRIES = 20;

    /**
     * A session's window is shared by so many lanes: while one commits, the others keep the line busy. An operator that
     * holds answers back until the ones before were heard of (Nagle's algorithm) would make a single lane wait each time.
     */
    private static final int LANES = 2;

    private final String name;
    private final LinkTerms terms;
    private final List<Line<S>> lines;
    private final ExecutorService senders;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger reference = new AtomicInteger();

    /**
     * Not connected yet.
     *
     * @param sessions how many there are to be
     * @param window messages that may be unanswered at once in a session
     */
    protected PartwiseLink(String name, int sessions, int window, int ratePerSecond, KeptSession.Door<S> door) {
        this.name = name;
        var lanes = Math.min(LANES, window);
        this.terms = new LinkTerms(sessions * lanes, window / lanes, ratePerSecond);
        this.lines = IntStream.range(0, sessions)
                .mapToObj(at -> new Line<>(new KeptSession<>(name, door), new Semaphore(lanes)))
                .toList();
        this.senders = Executors.newFixedThreadPool(terms.window() * terms.lanes(), work -> {
            var thread = new Thread(work, "sms-" + name + "-sender");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A session, and how many lanes may use it at once. */
    private record Line<S>(KeptSession<S> session, Semaphore lanes) {

        boolean isUp() {
            return session.session().isPresent();
        }
    }

    /** What the operator said to one part. */
    protected sealed interface Answer {

        record Taken(String gatewayId) implements Answer {}

        /** Not now: it was taken by nobody. */
        record Later() implements Answer {}

        record Never(String reason) implements Answer {}

        /** Nothing that can be understood, or nothing in time. */
        record Lost() implements Answer {}
    }

    /** Sends one part and waits for the answer; once. */
    protected abstract Answer send(S session, OutgoingSms sms, TextParts text, int part);

    /** Connects, and stays connected until it is closed. */
    public void open() {
        lines.forEach(line -> line.session().open());
    }

    public void close() {
        lines.forEach(line -> line.session().close());
        senders.shutdown();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<LinkTerms> terms() {
        return Optional.of(terms);
    }

    @Override
    public boolean isUp() {
        return lines.stream().anyMatch(Line::isUp);
    }

    @Override
    public int parts(String text) {
        return TextParts.count(text);
    }

    @Override
    public List<Submission> submit(List<OutgoingSms> window) {
        var line = enter();
        try {
            var sending = window.stream()
                    .map(sms -> senders.submit(() -> submit(line.session(), sms)))
                    .toList();
            return sending.stream().map(this::await).toList();
        } finally {
            line.lanes().release();
        }
    }

    /** The first line on which a lane is free; where none is, the next in turn as soon as one is. */
    private Line<S> enter() {
        var first = turn.getAndIncrement();
        var up = IntStream.range(0, lines.size())
                .mapToObj(at -> lines.get(Math.floorMod(first + at, lines.size())))
                .filter(Line::isUp)
                .toList();
        for (var line : up) {
            if (line.lanes().tryAcquire()) {
                return line;
            }
        }
        if (up.isEmpty()) {
            throw new OperatorUnreachable(name + " is not connected");
        }
        up.get(0).lanes().acquireUninterruptibly();
        return up.get(0);
    }

    /** Every answer is waited for, also by a thread that is told to stop: it comes, or its time is over. */
    private Submission await(Future<Submission> answer) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException stopped) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    LOG.error("{}: nobody knows what became of a message", name, failed.getCause());
                    return new Submission.Unanswered();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Submission submit(KeptSession<S> kept, OutgoingSms sms) {
        var session = kept.session();
        if (session.isEmpty()) {
            return new Submission.NotTaken();
        }
        var text = TextParts.of(sms.text(), reference.getAndIncrement());
        var ids = new ArrayList<String>();
        for (var part = 0; part < text.payloads().size(); part++) {
            var answer = sendPatiently(session.get(), sms, text, part);
            if (answer instanceof Answer.Taken taken) {
                ids.add(taken.gatewayId());
            } else if (answer instanceof Answer.Lost) {
                return new Submission.Unanswered(ids);
            } else if (answer instanceof Answer.Never never) {
                return new Submission.Refused(never.reason());
            } else {
                return ids.isEmpty() ? new Submission.NotTaken() : new Submission.Refused("only in part, too busy");
            }
        }
        return new Submission.Accepted(ids);
    }

    private Answer sendPatiently(S session, OutgoingSms sms, TextParts text, int part) {
        var answer = send(session, sms, text, part);
        for (var tries = 1; part > 0 && answer instanceof Answer.Later && tries < PART_TRIES; tries++) {
            LockSupport.parkNanos(PART_WAITS.toNanos());
            answer = send(session, sms, text, part);
        }
        return answer;
    }
}
