package org.minyi.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A link with the outbox before it and the inbox behind it, whatever it speaks. */
@MinyiTest
public abstract class LinkRoom {

    protected static final String NUMBER = "13800000000";
    protected static final String LONG_TEXT = "【澜河市公安局民意中心】您好！您昨天拨打了110报警。请问您对民警的处置是否满意？满意请回复1，基本满意请回复2，不满意请回复3。"
            + "回复免费，如需帮助请致电0990-110110，我们会认真对待您的每一条意见和建议，感谢您的支持𠮷。";

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected SmsThread thread;

    @Autowired
    protected Citizens citizens;

    @Autowired
    protected WordsBook words;

    @Autowired
    protected DataSource database;

    @Autowired
    protected JdbcClient db;

    @Autowired
    protected Clock clock;

    @BeforeEach
    void an_empty_room() {
        for (var table : List.of(
                "sms_part",
                "sms",
                "sms_claim",
                "sms_report",
                "sms_heard",
                "sms_incoming_part",
                "sms_link_minute",
                "reply")) {
            TestDatabase.asOwner(database, "delete from minyi." + table);
        }
    }

    protected UUID put(String text, String extension) {
        return put(List.of(extension), text).get(0);
    }

    /** One message for each extension. */
    protected List<UUID> put(List<String> extensions, String text) {
        var line = citizens.lines(List.of(NUMBER)).get(NUMBER);
        var batch = UUID.randomUUID();
        var drafts = extensions.stream()
                .map(extension ->
                        new SmsDraft(UuidCreator.getTimeOrderedEpoch(), batch, line, extension, text, clock.instant()))
                .toList();
        outbox.put(drafts);
        return drafts.stream().map(SmsDraft::id).toList();
    }

    protected static List<String> extensions(int how) {
        return IntStream.range(0, how).mapToObj("%04d"::formatted).toList();
    }

    protected void awaitState(UUID sms, SmsState state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stateOf(sms)).isEqualTo(state));
    }

    protected SmsState stateOf(UUID sms) {
        return thread.states(List.of(sms)).get(sms);
    }

    protected String failureOf(UUID sms) {
        return db.sql("select failure from sms where id = ?")
                .param(sms)
                .query(String.class)
                .single();
    }

    protected void awaitNothingOnItsWay() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> db.sql(
                                        """
                        select count(*) from sms where state in ('PENDING', 'CLAIMED', 'SUBMITTING')
                        """)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    /**
     * Whoever was texted was texted once, and is known to have been, or nobody knows; whoever was not, of them nobody knows.
     *
     * @param times how often each extension reached the operator
     */
    protected void assertNobodyTwiceAndNobodyForgotten(
            List<String> extensions, List<UUID> messages, Map<String, Integer> times) {
        var states = thread.states(messages);
        assertThat(times.values()).as("texted twice").containsOnly(1);
        for (var at = 0; at < messages.size(); at++) {
            var state = states.get(messages.get(at));
            if (times.containsKey(extensions.get(at))) {
                assertThat(state).isIn(SmsState.ACCEPTED, SmsState.DELIVERED, SmsState.UNKNOWN);
            } else {
                assertThat(state).as("lost without a word").isEqualTo(SmsState.UNKNOWN);
            }
        }
        // Reports may have told by now of all that were not answered; that there were some is what made the day bad.
        assertThat(carried("unanswered")).isPositive();
        assertThat(carried("reported")).isPositive().isLessThan(messages.size());
    }

    private int carried(String what) {
        return db.sql("select sum(" + what + ") from sms_link_minute")
                .query(Integer.class)
                .single();
    }

    /** Extension, digit and words of what was stored. */
    protected List<String> replies() {
        return db.sql("select extension, digit, words_id from reply order by received_at")
                .query((row, at) -> {
                    var id = row.getObject("words_id", UUID.class);
                    var said = id == null
                            ? ""
                            : words.read(List.of(new WordsId(id)))
                                    .values()
                                    .iterator()
                                    .next();
                    var digit = row.getString("digit");
                    return row.getString("extension") + " " + (digit == null ? "" : digit) + said;
                })
                .list();
    }

    /** While it runs nothing can be stored of what citizens write. */
    protected void whileNothingIsStored(Runnable meanwhile) {
        TestDatabase.asOwner(database, "alter table minyi.reply rename to reply_away");
        try {
            meanwhile.run();
        } finally {
            TestDatabase.asOwner(database, "alter table minyi.reply_away rename to reply");
        }
    }
}
