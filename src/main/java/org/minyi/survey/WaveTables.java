package org.minyi.survey;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.WordsId;
import org.minyi.contact.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the waves. SQL lives here and nowhere else in this room. */
@Repository
class WaveTables {

    private static final String WAVE =
            """
            select id, day, state, started_by, planned_at, released_by, sent_at, remind_at, closes_at, closed_at,
                   contacts, asked, excluded, unusual
              from wave
            """;
    /** Any number, as long as nothing else uses it: one wave is planned at a time. */
    private static final long PLANNING = 4_021_110L;

    private final JdbcClient db;
    private final Evidence evidence;

    WaveTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    /** Until the transaction ends nobody else plans: a contact is in one wave only. */
    void planAlone() {
        db.sql("select pg_advisory_xact_lock(:lock)").param("lock", PLANNING).query(row -> {});
    }

    void insert(Wave wave) {
        db.sql(
                        """
                        insert into wave (id, day, state, started_by, planned_at, contacts, asked, excluded, unusual)
                        values (:id, :day, :state, :startedBy, :plannedAt, :contacts, :asked, :excluded, :unusual)
                        """)
                .param("id", wave.id().value())
                .param("day", wave.day())
                .param("state", wave.state().name())
                .param("startedBy", wave.startedBy())
                .param("plannedAt", Timestamp.from(wave.plannedAt()))
                .param("contacts", wave.contacts())
                .param("asked", wave.asked())
                .param("excluded", wave.excluded())
                .param("unusual", wave.unusual())
                .update();
        evidence.keep(Fact.of(Deed.WAVE_PLANNED, wave.startedBy())
                .with("wave", wave.id())
                .with("day", wave.day())
                .with("state", wave.state())
                .with("contacts", wave.contacts())
                .with("asked", wave.asked())
                .with("excluded", wave.excluded()));
    }

    boolean sent(WaveId wave, String releasedBy, WordsId reasons, Instant at, Instant remindAt, Instant closesAt) {
        var isSent = db.sql(
                                """
                                update wave set state = 'SENT', released_by = :releasedBy, release_words_id = :reasons,
                                                sent_at = :at, remind_at = :remindAt, closes_at = :closesAt
                                 where id = :id and state in ('PLANNED', 'HELD')
                                """)
                        .param("id", wave.value())
                        .param("releasedBy", releasedBy)
                        .param("reasons", reasons == null ? null : reasons.value())
                        .param("at", Timestamp.from(at))
                        .param("remindAt", Timestamp.from(remindAt))
                        .param("closesAt", Timestamp.from(closesAt))
                        .update()
                == 1;
        if (isSent) {
            if (releasedBy != null) {
                evidence.keep(Fact.of(Deed.WAVE_RELEASED, releasedBy)
                        .with("wave", wave)
                        .with("words", reasons));
            }
            evidence.keep(Fact.of(Deed.WAVE_SENT, Fact.MINYI).with("wave", wave).with("closes", closesAt));
        }
        return isSent;
    }

    boolean reminded(WaveId wave) {
        return db.sql("update wave set state = 'REMINDED' where id = :id and state = 'SENT'")
                        .param("id", wave.value())
                        .update()
                == 1;
    }

    boolean closed(WaveId wave, Instant at) {
        return db.sql(
                                "update wave set state = 'CLOSED', closed_at = :at where id = :id and state in ('SENT', 'REMINDED', 'STOPPED')")
                        .param("id", wave.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean withdrawn(WaveId wave, String by, WordsId reasons, Instant at) {
        var isWithdrawn = db.sql(
                                """
                                update wave set state = 'WITHDRAWN', released_by = :by, release_words_id = :reasons,
                                                closed_at = :at
                                 where id = :id and state in ('PLANNED', 'HELD', 'SENT', 'REMINDED')
                                """)
                        .param("id", wave.value())
                        .param("by", by)
                        .param("reasons", reasons == null ? null : reasons.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
        if (isWithdrawn) {
            evidence.keep(Fact.of(Deed.WAVE_WITHDRAWN, by).with("wave", wave).with("words", reasons));
        }
        return isWithdrawn;
    }

    /** The state it stopped in: one that never went out is withdrawn. Empty when there was nothing to stop any more. */
    Optional<Wave.State> stopped(WaveId wave, String by, Instant at) {
        var stopped = db.sql(
                        """
                        update wave set state = case when sent_at is null then 'WITHDRAWN' else 'STOPPED' end,
                                        closed_at = case when sent_at is null then :at::timestamptz end,
                                        stopped_by = :by, stopped_at = :at
                         where id = :id and state in ('PLANNED', 'HELD', 'SENT', 'REMINDED')
                        returning state
                        """)
                .param("id", wave.value())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query((row, number) -> Wave.State.valueOf(row.getString("state")))
                .optional();
        stopped.ifPresent(state ->
                evidence.keep(Fact.of(Deed.WAVE_STOPPED, by).with("wave", wave).with("state", state)));
        return stopped;
    }

    void stopReason(WaveId wave, WordsId reason) {
        db.sql("update wave set stop_words_id = :reason where id = :id")
                .param("id", wave.value())
                .param("reason", reason.value())
                .update();
    }

    /** A stop as it is kept. */
    record Stopped(String by, Instant at, WordsId reason) {}

    Optional<Stopped> stop(WaveId wave) {
        return db.sql(
                        "select stopped_by, stopped_at, stop_words_id from wave where id = :id and stopped_at is not null")
                .param("id", wave.value())
                .query((row, number) -> new Stopped(
                        row.getString("stopped_by"),
                        instant(row, "stopped_at"),
                        new WordsId(row.getObject("stop_words_id", UUID.class))))
                .optional();
    }

    /** What the second person decided, as it is kept; the reasons are null where none were given. */
    record Judged(String by, WordsId reasons) {}

    Optional<Judged> judgement(WaveId wave) {
        return db.sql("select released_by, release_words_id from wave where id = :id and released_by is not null")
                .param("id", wave.value())
                .query((row, number) -> new Judged(
                        row.getString("released_by"),
                        Optional.ofNullable(row.getObject("release_words_id", UUID.class))
                                .map(WordsId::new)
                                .orElse(null)))
                .optional();
    }

    Optional<Wave> find(WaveId wave) {
        return db.sql(WAVE + " where id = :id")
                .param("id", wave.value())
                .query(WaveTables::wave)
                .optional();
    }

    List<Wave> latest(int atMost) {
        return db.sql(WAVE + " order by planned_at desc limit :atMost")
                .param("atMost", atMost)
                .query(WaveTables::wave)
                .list();
    }

    /** When a wave of this very day was planned last. */
    Optional<Instant> lastPlanned(LocalDate day) {
        return db.sql("select planned_at from wave where day = :day order by planned_at desc limit 1")
                .param("day", day)
                .query((row, at) -> instant(row, "planned_at"))
                .optional();
    }

    /** Contacts of the last waves that went out. */
    List<Integer> lastSizes(int waves) {
        return db.sql("select contacts from wave where sent_at is not null order by planned_at desc limit :waves")
                .param("waves", waves)
                .query(Integer.class)
                .list();
    }

    Set<UUID> excluded(Collection<UUID> contacts) {
        return new HashSet<>(db.sql("select contact_id from exclusion where contact_id = any(:ids::uuid[])")
                .param("ids", texts(contacts, id -> id))
                .query((row, at) -> row.getObject("contact_id", UUID.class))
                .list());
    }

    void exclude(WaveId wave, List<ContactId> contacts, List<String> reasons) {
        db.sql(
                        """
                        insert into exclusion (contact_id, wave_id, reason)
                        select contact, :wave, reason from unnest(:contacts::uuid[], :reasons::text[]) e (contact, reason)
                        """)
                .param("wave", wave.value())
                .param("contacts", texts(contacts, contact -> contact))
                .param("reasons", texts(reasons, reason -> reason))
                .update();
    }

    Map<String, Integer> exclusions(WaveId wave) {
        var reasons = new LinkedHashMap<String, Integer>();
        db.sql(
                        "select reason, count(*) as contacts from exclusion where wave_id = :wave group by reason order by 2 desc, 1")
                .param("wave", wave.value())
                .query(row -> {
                    reasons.put(row.getString("reason"), row.getInt("contacts"));
                });
        return reasons;
    }

    void rulings(WaveId wave, Map<EligibilityInput, Ruling> rulings, Map<EligibilityInput, Integer> contacts) {
        var inputs = List.copyOf(rulings.keySet());
        db.sql(
                        """
                        insert into eligibility_ruling (wave_id, module, business, line, minor, opted_out, unit_known,
                                                        recently_asked, ask, reason, contacts)
                        select :wave, r.* from unnest(:modules::text[], :businesses::text[], :lines::text[],
                               :minors::boolean[], :optOuts::boolean[], :unitsKnown::boolean[], :recent::boolean[],
                               :asks::boolean[], :reasons::text[], :contacts::int[]) r
                        """)
                .param("wave", wave.value())
                .param("modules", texts(inputs, EligibilityInput::module))
                .param("businesses", texts(inputs, EligibilityInput::business))
                .param("lines", texts(inputs, EligibilityInput::line))
                .param("minors", texts(inputs, EligibilityInput::minor))
                .param("optOuts", texts(inputs, EligibilityInput::optedOut))
                .param("unitsKnown", texts(inputs, EligibilityInput::unitKnown))
                .param("recent", texts(inputs, EligibilityInput::recentlyAsked))
                .param("asks", texts(inputs, input -> rulings.get(input).ask()))
                .param("reasons", texts(inputs, input -> rulings.get(input).reason()))
                .param("contacts", texts(inputs, contacts::get))
                .update();
    }

    void plan(WaveId wave, String module, String business, SurveyPlan plan, int contacts) {
        db.sql(
                        """
                        insert into survey_plan (wave_id, module, business, text, reminder, reply_window, remind_after,
                                                 silent_sample, contacts)
                        values (:wave, :module, :business, :text, :reminder, :window, :remindAfter, :sample, :contacts)
                        """)
                .param("wave", wave.value())
                .param("module", module)
                .param("business", business)
                .param("text", plan.text())
                .param("reminder", plan.reminder())
                .param("window", plan.replyWindow().toString())
                .param("remindAfter", plan.remindAfter().toString())
                .param("sample", plan.silentSample())
                .param("contacts", contacts)
                .update();
    }

    /** The plans of a wave, by module and business. */
    Map<List<String>, SurveyPlan> plans(WaveId wave) {
        var plans = new LinkedHashMap<List<String>, SurveyPlan>();
        db.sql(
                        "select module, business, text, reminder, reply_window, remind_after, silent_sample from survey_plan where wave_id = :wave")
                .param("wave", wave.value())
                .query(row -> {
                    plans.put(
                            List.of(row.getString("module"), row.getString("business")),
                            new SurveyPlan(
                                    row.getString("text"),
                                    row.getString("reminder"),
                                    Duration.parse(row.getString("reply_window")),
                                    Duration.parse(row.getString("remind_after")),
                                    row.getInt("silent_sample")));
                });
        return plans;
    }

    /** False when somebody phones about the contact already. */
    boolean openPhoneQuestion(ContactId contact, WaveId wave, ContactToPhone.Reason reason, Instant now) {
        return db.sql(
                                """
                                insert into phone_question (contact_id, wave_id, reason, opened_at)
                                values (:contact, :wave, :reason, :now)
                                on conflict do nothing
                                """)
                        .param("contact", contact.value())
                        .param("wave", wave.value())
                        .param("reason", reason.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    int phoned(WaveId wave) {
        return db.sql("select count(*) from phone_question where wave_id = :wave")
                .param("wave", wave.value())
                .query(Integer.class)
                .single();
    }

    private static Wave wave(ResultSet row, int rowNumber) throws SQLException {
        return new Wave(
                new WaveId(row.getObject("id", UUID.class)),
                row.getObject("day", LocalDate.class),
                Wave.State.valueOf(row.getString("state")),
                row.getString("started_by"),
                instant(row, "planned_at"),
                row.getString("released_by"),
                instant(row, "sent_at"),
                instant(row, "remind_at"),
                instant(row, "closes_at"),
                instant(row, "closed_at"),
                row.getInt("contacts"),
                row.getInt("asked"),
                row.getInt("excluded"),
                row.getString("unusual"));
    }
}
