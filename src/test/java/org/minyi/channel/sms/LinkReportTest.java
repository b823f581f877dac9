package org.minyi.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of the links is told: figures, spend, and who is silent; and the parts that are cleared away. */
class LinkReportTest extends LinkRoom {

    private static final Instant NOW = Instant.parse("2026-03-02T04:30:20Z");
    private static final LinkPrices PRICES =
            new LinkPrices(Map.of("mobile", new LinkPrices.Price(new BigDecimal("0.045"))), Map.of(), Map.of(), "CNY");

    @Autowired
    Operators operators;

    @Autowired
    LinkMinutes minutes;

    @Autowired
    PartTables parts;

    @Test
    void a_link_tells_its_speed_what_became_of_messages_and_what_they_cost() {
        carried("mobile", "2026-03-02T04:29:00Z", 120, 180, 0, 0);
        carried("mobile", "2026-03-02T04:10:00Z", 100, 100, 90, 81);
        carried("mobile", "2026-03-01T15:59:00Z", 1000, 1000, 1000, 900);
        carried("mobile", "2026-02-28T15:59:00Z", 7, 7, 7, 7);
        carried("old", "2026-03-02T04:10:00Z", 10, 20, 10, 10);

        var mobile = figures("mobile");

        assertThat(mobile.up()).as("not on this node").isNull();
        assertThat(mobile.messagesASecond()).isEqualTo(2.0);
        assertThat(mobile.partsASecond()).isEqualTo(3.0);
        assertThat(mobile.reportRate()).isEqualTo(0.9);
        assertThat(mobile.reportRateOfDay()).isCloseTo(1090.0 / 1100, within(1e-9));
        assertThat(mobile.deliveredShare()).isCloseTo(981.0 / 1090, within(1e-9));
        assertThat(mobile.silent()).isFalse();
        assertThat(mobile.day().accepted()).isEqualTo(1220);
        // Midnight of Shanghai is four in the afternoon before.
        assertThat(mobile.today().parts()).isEqualTo(280);
        assertThat(mobile.today().cost()).isEqualByComparingTo("12.6");
        assertThat(mobile.month().parts()).isEqualTo(1280);
        assertThat(mobile.month().currency()).isEqualTo("CNY");
        var old = figures("old");
        assertThat(old.today().parts()).isEqualTo(20);
        assertThat(old.today().cost()).as("no price").isNull();
        assertThat(old.messagesASecond()).isZero();
    }

    @Test
    void where_nothing_left_nothing_is_said_about_it() {
        carried("mobile", "2026-03-02T04:29:00Z", 1, 1, 0, 0);

        var mobile = figures("mobile");

        assertThat(mobile.reportRate()).isNull();
        assertThat(mobile.reportRateOfDay()).isNull();
        assertThat(mobile.deliveredShare()).isNull();
    }

    @Test
    void an_operator_that_reports_too_little_is_silent_and_of_few_messages_nothing_is_said() {
        carried("mobile", "2026-03-02T04:10:00Z", 100, 100, 79, 79);
        carried("unicom", "2026-03-02T04:10:00Z", 100, 100, 80, 10);
        carried("telecom", "2026-03-02T04:10:00Z", 19, 19, 0, 0);
        carried("late", "2026-03-02T04:20:00Z", 100, 100, 0, 0);

        assertThat(report().silent()).containsExactly("mobile");
        assertThat(figures("mobile").silent()).isTrue();
        assertThat(figures("unicom").silent()).isFalse();
    }

    @Test
    void parts_of_messages_that_ended_a_week_ago_are_cleared_and_no_others() {
        var ended = message("DELIVERED", Duration.ofDays(8));
        var failed = message("FAILED", Duration.ofDays(8));
        var young = message("DELIVERED", Duration.ofDays(6));
        var open = message("ACCEPTED", Duration.ofDays(30));

        new PartClearing(parts, clock).beat();

        assertThat(db.sql("select distinct sms_id from sms_part")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(young, open)
                .doesNotContain(ended, failed);
    }

    private UUID message(String state, Duration ago) {
        var id = put(LONG_TEXT, "1");
        db.sql("update sms set state = :state, moved_at = :at where id = :id")
                .param("state", state)
                .param("at", java.sql.Timestamp.from(clock.instant().minus(ago)))
                .param("id", id)
                .update();
        for (var part : List.of("a", "b")) {
            db.sql("insert into sms_part (gateway_id, sms_id) values (:part, :id)")
                    .param("part", id + part)
                    .param("id", id)
                    .update();
        }
        return id;
    }

    private LinkFigures figures(String link) {
        return report().all().stream()
                .filter(one -> one.link().equals(link))
                .findFirst()
                .orElseThrow();
    }

    private LinkReport report() {
        return new LinkReport(operators, minutes, PRICES, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
    }

    private void carried(String link, String minute, int accepted, int parts, int reported, int delivered) {
        db.sql(
                        """
                        insert into sms_link_minute (link, minute, accepted, parts, reported, delivered)
                        values (:link, :minute::timestamptz, :accepted, :parts, :reported, :delivered)
                        """)
                .param("link", link)
                .param("minute", minute)
                .param("accepted", accepted)
                .param("parts", parts)
                .param("reported", reported)
                .param("delivered", delivered)
                .update();
    }
}
