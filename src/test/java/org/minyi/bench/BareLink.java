package org.minyi.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/**
 * One SMPP session of the bare library, with as many unanswered at once as the window says; by itself, or beside the least
 * SQL that lets nobody be texted twice: each message committed as leaving before its first byte, and its answer after.
 */
final class BareLink implements AutoCloseable {

    private static final String SERVICE = "1069900110";
    /** Half a window each: while one commits, the other keeps the line busy, as Minyi's do. */
    private static final int LANES = 2;

    private final SMPPSession session = new SMPPSession();
    private final int window;
    private final byte[] payload;
    private final ExecutorService senders;

    BareLink(int port, int window, String text) throws Exception {
        this.window = window;
        this.payload = text.getBytes(StandardCharsets.UTF_16BE);
        this.senders = Executors.newFixedThreadPool(window);
        session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TRX,
                        "minyi",
                        "secret",
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
    }

    /** Sends so many and keeps nothing. */
    void send(int many) throws Exception {
        submit(many);
    }

    /** Sends messages that lie in the outbox and keeps what must be kept. */
    void send(DataSource database, List<UUID> messages) throws Exception {
        var sets = new ConcurrentLinkedQueue<List<UUID>>();
        var half = window / LANES;
        for (var from = 0; from < messages.size(); from += half) {
            sets.add(messages.subList(from, Math.min(messages.size(), from + half)));
        }
        var lanes = Executors.newFixedThreadPool(LANES);
        try {
            var running = IntStream.range(0, LANES)
                    .mapToObj(lane -> lanes.submit(() -> lane(database, sets)))
                    .toList();
            for (var lane : running) {
                lane.get();
            }
        } finally {
            lanes.shutdownNow();
        }
    }

    private Void lane(DataSource database, Queue<List<UUID>> sets) throws Exception {
        try (var connection = database.getConnection()) {
            for (var ids = sets.poll(); ids != null; ids = sets.poll()) {
                var set = BareSql.texts(ids);
                connection.setAutoCommit(true);
                BareSql.update(
                        connection,
                        """
                        update sms set state = 'SUBMITTING', claim = 1, sent_at = now(), moved_at = now()
                         where id = any(?::uuid[])
                        """,
                        (Object) set);
                var gateways = submit(ids.size()).toArray(String[]::new);
                connection.setAutoCommit(false);
                BareSql.update(
                        connection,
                        """
                        update sms set state = 'ACCEPTED', gateway_id = a.gateway, moved_at = now()
                          from unnest(?::uuid[], ?::text[]) a (id, gateway) where sms.id = a.id
                        """,
                        set,
                        gateways);
                BareSql.update(
                        connection,
                        "insert into sms_part (gateway_id, sms_id) select * from unnest(?::text[], ?::uuid[])",
                        gateways,
                        set);
                connection.commit();
            }
            return null;
        }
    }

    /** Puts so many messages where nobody but this link takes them. */
    static List<UUID> inTheOutbox(DataSource database, int many, String text) throws SQLException {
        var ids = IntStream.range(0, many).mapToObj(at -> WaveBench.id()).toList();
        try (var connection = database.getConnection()) {
            BareSql.update(
                    connection,
                    """
                    insert into sms (id, batch_id, line_id, extension, text, not_before, put_at, moved_at)
                    select c.id, '%s', gen_random_uuid(), '27', '%s', timestamptz '2100-01-01', now(), now()
                      from unnest(?::uuid[]) c (id)
                    """
                            .formatted(UUID.randomUUID(), text),
                    (Object) BareSql.texts(ids));
        }
        return ids;
    }

    private List<String> submit(int many) throws Exception {
        var all = IntStream.range(0, many)
                .<Callable<String>>mapToObj(at -> () -> session.submitShortMessage(
                                "",
                                TypeOfNumber.UNKNOWN,
                                NumberingPlanIndicator.ISDN,
                                SERVICE + (10 + at % 20),
                                TypeOfNumber.UNKNOWN,
                                NumberingPlanIndicator.ISDN,
                                "138%08d".formatted(at % 1_000),
                                new ESMClass(),
                                (byte) 0,
                                (byte) 0,
                                null,
                                null,
                                new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                                (byte) 0,
                                new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                                (byte) 0,
                                payload)
                        .getMessageId())
                .toList();
        var gateways = new ArrayList<String>();
        for (var answer : senders.invokeAll(all)) {
            gateways.add(answer.get());
        }
        return gateways;
    }

    @Override
    public void close() {
        senders.shutdownNow();
        session.unbindAndClose();
    }
}
