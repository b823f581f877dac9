package org.minyi.demonstration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The threads of the simulated phones. SQL lives here and nowhere else in this room. */
@Repository
@ConditionalOnProperty("minyi.simulator")
class PhoneTables {

    private static final String MESSAGE =
            "select id, gateway_id, phone, service, extension, direction, text, at, state from simulator.phone_message";

    private final JdbcClient db;

    PhoneTables(JdbcClient db) {
        this.db = db;
    }

    void insert(List<PhoneMessage> messages) {
        db.sql(
                        """
                        insert into simulator.phone_message (gateway_id, phone, service, extension, direction, text, at, state)
                        select * from unnest(:gateways::text[], :phones::text[], :services::text[], :extensions::text[],
                                             :directions::text[], :texts::text[], :at::timestamptz[], :states::text[])
                        """)
                .param(
                        "gateways",
                        messages.stream().map(PhoneMessage::gatewayId).toArray(String[]::new))
                .param("phones", messages.stream().map(PhoneMessage::phone).toArray(String[]::new))
                .param("services", messages.stream().map(PhoneMessage::service).toArray(String[]::new))
                .param(
                        "extensions",
                        messages.stream().map(PhoneMessage::extension).toArray(String[]::new))
                .param(
                        "directions",
                        messages.stream()
                                .map(message -> message.incoming() ? "IN" : "OUT")
                                .toArray(String[]::new))
                .param("texts", messages.stream().map(PhoneMessage::text).toArray(String[]::new))
                .param(
                        "at",
                        messages.stream()
                                .map(message -> message.at().toString())
                                .toArray(String[]::new))
                .param("states", messages.stream().map(PhoneMessage::state).toArray(String[]::new))
                .update();
    }

    List<PhoneMessage> thread(String phone) {
        return db.sql(MESSAGE + " where phone = :phone order by id")
                .param("phone", phone)
                .query(PhoneTables::message)
                .list();
    }

    List<PhoneMessage> unreported(Instant sentBefore, int atMost) {
        return db.sql(MESSAGE + " where state = 'SENT' and at <= :before order by at limit :atMost")
                .param("before", Timestamp.from(sentBefore))
                .param("atMost", atMost)
                .query(PhoneTables::message)
                .list();
    }

    void delivered(List<PhoneMessage> messages) {
        db.sql("update simulator.phone_message set state = 'DELIVERED' where gateway_id = any(:ids)")
                .param("ids", messages.stream().map(PhoneMessage::gatewayId).toArray(String[]::new))
                .update();
    }

    /** How many messages each phone got, the latest written to first. */
    Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        db.sql(
                        """
                        select phone, count(*) filter (where direction = 'OUT') as messages from simulator.phone_message
                         group by phone order by max(id) desc
                        """)
                .query(row -> {
                    counts.put(row.getString("phone"), row.getInt("messages"));
                });
        return counts;
    }

    private static PhoneMessage message(ResultSet row, int rowNumber) throws SQLException {
        return new PhoneMessage(
                row.getLong("id"),
                row.getString("gateway_id"),
                row.getString("phone"),
                row.getString("service"),
                row.getString("extension"),
                "IN".equals(row.getString("direction")),
                row.getString("text"),
                row.getTimestamp("at").toInstant(),
                row.getString("state"));
    }
}
