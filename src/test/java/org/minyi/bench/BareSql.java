package org.minyi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * The row work of a wave and nothing else: the same rows through the same states of the same tables with the same
 * indexes, by one statement per thousand rows on one connection, one commit per statement (fsync on). Nothing is read,
 * rendered, parsed, judged or handed over; windows are a thousand messages instead of thirty-two.
 */
final class BareSql implements Callable<Void> {

    private static final int SET = 1_000;

    private final DataSource database;
    private final LocalDate day;
    private final UUID batch = UUID.randomUUID();

    BareSql(DataSource database, LocalDate day) {
        this.database = database;
        this.day = day;
    }

    @Override
    public Void call() {
        try (var connection = database.getConnection()) {
            var ids = plan(connection);
            send(connection, ids);
            answer(connection, ids);
            close(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return null;
    }

    private List<List<UUID>> plan(Connection connection) throws SQLException {
        WaveBench.execute(
                connection,
                "insert into asking (batch_id, state, planned_at, asked_at) values ('%s', 'ASKED', now(), now())"
                        .formatted(batch));
        var sets = new ArrayList<List<UUID>>();
        var contacts = new ArrayList<String[]>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, person_id, line_id from contact where served_at >= '%s' and served_at < '%s' order by served_at, id"
                                .formatted(day, day.plusDays(1)))) {
            while (rows.next()) {
                contacts.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        for (var from = 0; from < contacts.size(); from += SET) {
            var some = contacts.subList(from, from + SET);
            var ids = some.stream().map(contact -> WaveBench.id()).toList();
            sets.add(ids);
            update(
                    connection,
                    """
                    insert into question (id, subject, subject_id, round, batch_id, text_number, person_id, line_id, ordinal, code)
                    select c.id, 'CONTACT', c.contact, 1, '%s', 0, c.person, c.line, 1, 27
                      from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) c (id, contact, person, line)
                    """
                            .formatted(batch),
                    texts(ids),
                    column(some, 0),
                    column(some, 1),
                    column(some, 2));
            update(
                    connection,
                    """
                    insert into sms (id, batch_id, line_id, extension, text, not_before, put_at, moved_at)
                    select c.id, '%s', c.line, '27', '%s', timestamptz '2100-01-01', now(), now()
                      from unnest(?::uuid[], ?::uuid[]) c (id, line)
                    """
                            .formatted(batch, "x".repeat(290)),
                    texts(ids),
                    column(some, 2));
        }
        return sets;
    }

    private void send(Connection connection, List<List<UUID>> sets) throws SQLException {
        for (var ids : sets) {
            var set = texts(ids);
            update(
                    connection,
                    "update sms set state = 'CLAIMED', claim = 1, moved_at = now() where id = any(?::uuid[])",
                    (Object) set);
            update(
                    connection,
                    "update sms set state = 'SUBMITTING', sent_at = now(), moved_at = now() where id = any(?::uuid[])",
                    (Object) set);
            update(
                    connection,
                    """
                    update sms set state = 'ACCEPTED', gateway_id = a.gateway, moved_at = now()
                      from unnest(?::uuid[], ?::text[]) a (id, gateway) where sms.id = a.id
                    """,
                    set,
                    gateways(ids));
            update(
                    connection,
                    """
                    update sms set state = 'DELIVERED', moved_at = now() from unnest(?::text[]) r (gateway)
                     where sms.gateway_id = r.gateway
                    """,
                    (Object) gateways(ids));
        }
    }

    private void answer(Connection connection, List<List<UUID>> sets) throws SQLException {
        for (var ids : sets) {
            var answered = texts(ids.subList(0, ids.size() * 36 / 100));
            update(
                    connection,
                    """
                    insert into reply (id, operator_ref, line_id, extension, lettered, digit, received_at, state, due_at)
                    select q.id, 'mo-' || q.id, q.id, '27', false, 1, now(), 'STORED', timestamptz '2100-01-01' from unnest(?::uuid[]) q (id)
                    """,
                    (Object) answered);
            update(
                    connection,
                    """
                    update question set state = 'ANSWERED', answer = 'SATISFIED', answered_at = now(), via = 'SMS'
                     where id = any(?::uuid[])
                    """,
                    (Object) answered);
            update(
                    connection,
                    """
                    insert into audit.fact (id, deed, by_whom, told)
                    select gen_random_uuid(), 'ANSWER_APPLIED', 'minyi',
                           json_build_object('answer', 'SATISFIED', 'question', q.id, 'via', 'SMS')::text
                      from unnest(?::uuid[]) q (id)
                    """,
                    (Object) answered);
            update(
                    connection,
                    """
                    update reply set state = 'APPLIED', question_id = id, due_at = null where id = any(?::uuid[])
                    """,
                    (Object) answered);
        }
    }

    private void close(Connection connection) throws SQLException {
        WaveBench.execute(
                connection,
                "update question set state = 'SILENT' where batch_id = '%s' and state = 'OPEN'".formatted(batch));
    }

    static void update(Connection connection, String sql, Object... arrays) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < arrays.length; at++) {
                statement.setObject(at + 1, arrays[at]);
            }
            statement.executeUpdate();
        }
    }

    static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static String[] gateways(List<UUID> ids) {
        return ids.stream().map(id -> "gw-" + id).toArray(String[]::new);
    }

    private static String[] column(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).toArray(String[]::new);
    }
}
