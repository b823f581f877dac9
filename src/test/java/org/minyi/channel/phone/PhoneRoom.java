package org.minyi.channel.phone;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.minyi.MinyiTest;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.organisation.Extensions;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Minyi with an Asterisk that says what a test wants it to, and another exchange that calls its hook. */
@MinyiTest
@TestPropertySource(
        properties = {
            "minyi.phone.ami.main.host=127.0.0.1",
            "minyi.phone.ami.main.user=minyi",
            "minyi.phone.ami.main.password=out-of-the-vault",
            "minyi.phone.ami.main.number-prefix=9",
            "minyi.phone.ami.main.public-hotline=110110",
            "minyi.phone.ami.main.police-hotline=110999",
            "minyi.phone.ami.main.answer-within=1s",
            "minyi.phone.cti.north.secret=out-secret",
            "minyi.phone.cti.north.account=minyi",
            "minyi.phone.cti.north.headers.X-Proof={signature}",
            "minyi.phone.cti.north.public-hotline=110110",
            "minyi.phone.cti.north.police-hotline=110999",
            "minyi.phone.cti.north.hook.secret=" + PhoneRoom.SECRET,
            "minyi.phone.cti.north.hook.old-secret=" + PhoneRoom.OLD_SECRET,
            "minyi.phone.cti.north.answer-within=1s"
        })
public abstract class PhoneRoom {

    protected static final ScriptedAsterisk ASTERISK = new ScriptedAsterisk();
    protected static final OrderedCalls ORDERS = new OrderedCalls();
    protected static final String SECRET = "in-secret-in-secret-in-secret-in-secret";
    protected static final String OLD_SECRET = "last-years-secret-last-years-secret-x";
    protected static final String NUMBER = "13800000077";

    @Autowired
    protected Organisation organisation;

    @Autowired
    protected Units units;

    @Autowired
    protected Extensions extensions;

    @Autowired
    protected Citizens citizens;

    @Autowired
    protected Dialling dialling;

    @Autowired
    protected PhoneCalls calls;

    @Autowired
    protected JdbcClient db;

    protected LineId line;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry properties) {
        properties.add("minyi.phone.ami.main.port", ASTERISK::port);
        properties.add("minyi.phone.cti.north.url", ORDERS::url);
    }

    @BeforeEach
    void caller_one_sits_at_8001() {
        SmallCity.standsIn(organisation, units);
        extensions.set("caller1", "8001", "admin1");
        line = citizens.lines(List.of(NUMBER)).get(NUMBER);
        ASTERISK.answersDialling("Success");
        awaitUp();
    }

    protected void awaitUp() {
        await().atMost(Duration.ofSeconds(30)).until(this::isUp);
    }

    /** The Asterisk is there; the other exchange always seems to be. */
    protected boolean isUp() {
        return dialling.exchange().filter(one -> one.name().equals("main")).isPresent();
    }

    protected PhoneCall awaitEnded(UUID call) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> calls.find(call).orElseThrow(), known -> known.endedAt() != null);
    }

    protected Optional<PhoneCall> came(String exchange, String id) {
        return db.sql("select id from phone_call where exchange = :exchange and exchange_id = :id")
                .param("exchange", exchange)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(calls::find);
    }
}
