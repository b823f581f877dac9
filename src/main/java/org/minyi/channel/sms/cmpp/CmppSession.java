package org.minyi.channel.sms.cmpp;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to a gateway that let us in. Questions go out and answers come back in any order, matched by sequence. */
final class CmppSession {

    private static final Logger LOG = LoggerFactory.getLogger(CmppSession.class);
    private static final int CONNECT_MILLIS = 10_000;
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

    /** Reports come in floods: so many at once are stored together, and so many wait; then the gateway waits. */
    private static final int READERS = 16;

    private static final int QUEUE = 10_000;

    private final Socket socket = new Socket();
    private final String name;
    private final CmppSettings settings;
    private final Runnable lost;
    private final CmppReceiver receiver;
    private final Map<Integer, CompletableFuture<Packet>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private final ExecutorService readers;
    private final ScheduledExecutorService activeTests;
    private OutputStream out;
    private volatile long heardAt = System.nanoTime();
    private volatile boolean open;

    private CmppSession(String name, CmppSettings settings, CmppReceiver receiver, Runnable lost) {
        this.name = name;
        this.settings = settings;
        this.receiver = receiver;
        this.lost = lost;
        this.readers = new ThreadPoolExecutor(
                READERS,
                READERS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(QUEUE),
                work -> daemon(work, "sms-" + name + "-reader"),
                new ThreadPoolExecutor.CallerRunsPolicy());
        this.activeTests =
                Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "sms-" + name + "-active-test"));
    }

    /**
     * @throws IOException if nobody answers, or we are not let in
     */
    static CmppSession enter(String name, CmppSettings settings, CmppReceiver receiver, Clock clock, Runnable lost)
            throws IOException {
        var session = new CmppSession(name, settings, receiver, lost);
        try {
            session.login(LocalDateTime.now(clock));
            return session;
        } catch (IOException | RuntimeException refused) {
            session.close();
            throw refused;
        }
    }

    private void login(LocalDateTime now) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
        out = socket.getOutputStream();
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        var login = new Login(settings, now);
        write(new Packet(Packet.CONNECT, sequence.incrementAndGet(), login.request()));
        socket.setSoTimeout(CONNECT_MILLIS);
        var answer = Packet.read(in);
        if (answer.command() != Packet.answerTo(Packet.CONNECT)) {
            throw new IOException("something else than a CMPP gateway answers");
        }
        var refusal = login.refusal(answer.body());
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
        socket.setSoTimeout(0);
        open = true;
        daemon(() -> listen(in), "sms-" + name + "-listener").start();
        var every = settings.activeTest().toMillis();
        var unused = activeTests.scheduleWithFixedDelay(this::activeTest, every, every, TimeUnit.MILLISECONDS);
    }

    boolean isOpen() {
        return open;
    }

    /**
     * Sends and waits for the answer.
     *
     * @throws IOException if the connection broke meanwhile: nobody knows whether it arrived
     * @throws TimeoutException if no answer came in time: nobody knows either
     */
    Packet ask(int command, byte[] body, Duration within) throws IOException, TimeoutException {
        var number = sequence.incrementAndGet();
        var answer = new CompletableFuture<Packet>();
        asked.put(number, answer);
        try {
            if (!open) {
                throw new IOException("the session is closed");
            }
            write(new Packet(command, number, body));
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException broken) {
            throw new IOException("the connection broke", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("nobody waits for the answer any more", stopped);
        } finally {
            asked.remove(number);
        }
    }

    /** Takes leave, if the gateway is still there to hear it. */
    void leave() {
        try {
            ask(Packet.TERMINATE, new byte[0], LEAVE_WITHIN);
        } catch (IOException | TimeoutException nobodyThere) {
            LOG.debug("{}: left without an answer", name);
        }
        close();
    }

    void close() {
        open = false;
        activeTests.shutdownNow();
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            LOG.debug("{}: closed", name);
        }
        readers.shutdown();
        asked.values().forEach(answer -> answer.completeExceptionally(new IOException("the connection is closed")));
        lost.run();
    }

    private void write(Packet packet) throws IOException {
        synchronized (socket) {
            out.write(packet.bytes());
            out.flush();
        }
    }

    private void listen(DataInputStream in) {
        try {
            while (open) {
                var packet = Packet.read(in);
                heardAt = System.nanoTime();
                hear(packet);
            }
        } catch (IOException broken) {
            LOG.debug("{}: the connection broke", name, broken);
        } finally {
            close();
        }
    }

    private void hear(Packet packet) throws IOException {
        if (packet.isAnswer()) {
            var answer = asked.get(packet.sequence());
            if (answer != null) {
                answer.complete(packet);
            }
            return;
        }
        switch (packet.command()) {
            case Packet.DELIVER -> readers.execute(() -> deliver(packet));
            case Packet.ACTIVE_TEST -> answer(packet, new byte[1]);
            case Packet.TERMINATE -> {
                answer(packet, new byte[0]);
                open = false;
            }
            default -> LOG.warn("{}: command 0x{} is not spoken here", name, Integer.toHexString(packet.command()));
        }
    }

    /** What cannot be stored is not answered: the gateway brings it again. */
    private void deliver(Packet packet) {
        try {
            var id = receiver.hear(packet.body());
            answer(
                    packet,
                    new Packet.Writer()
                            .number(id, 8)
                            .number(0, settings.version().resultLength())
                            .body());
        } catch (IOException broken) {
            LOG.debug("{}: broke before something stored was acknowledged", name, broken);
        } catch (RuntimeException notStored) {
            LOG.error("{}: a message was not stored and is not acknowledged", name, notStored);
        }
    }

    private void answer(Packet packet, byte[] body) throws IOException {
        write(new Packet(Packet.answerTo(packet.command()), packet.sequence(), body));
    }

    private void activeTest() {
        if (System.nanoTime() - heardAt < settings.activeTest().toNanos()) {
            return;
        }
        try {
            ask(Packet.ACTIVE_TEST, new byte[0], settings.answerWithin());
        } catch (IOException | TimeoutException silent) {
            LOG.warn("{}: the gateway is silent", name);
            close();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
