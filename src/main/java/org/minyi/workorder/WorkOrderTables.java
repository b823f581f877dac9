package org.minyi.workorder;

import static org.minyi.sql.Columns.texts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.minyi.responsibility.Judgement;
import org.minyi.responsibility.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of work orders. SQL lives here and nowhere else in this room. */
@Repository
class WorkOrderTables implements Involvement {

    private static final String ORDER =
            """
            select id, complaint_id, number, person_id, line_id, category, severity, respondent_unit,
                   respondent_officer, handling_unit, executing_unit, round, returns, state, verdict, score, outcome,
                   opened_at, closed_at, version
              from work_order
             where\s""";

    private final JdbcClient db;
    private final Evidence evidence;

    WorkOrderTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    /** False when the complaint has its order already. */
    boolean insert(WorkOrderId id, NewOrder order, Instant now) {
        var isNew = db.sql(
                                """
                        insert into work_order (id, complaint_id, number, person_id, line_id, category, severity,
                               respondent_unit, respondent_officer, state, opened_at)
                        values (:id, :complaint, :number, :person, :line, :category, :severity, :unit, :officer,
                               'OPENED', :now)
                            on conflict (complaint_id) do nothing
                        """)
                        .param("id", id.value())
                        .param("complaint", order.complaint())
                        .param("number", order.number())
                        .param("person", order.person().value())
                        .param(
                                "line",
                                order.line() == null ? null : order.line().value())
                        .param("category", order.category())
                        .param("severity", order.severity())
                        .param("unit", code(order.respondent().unit()))
                        .param("officer", order.respondent().officer())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
        if (isNew) {
            evidence.keep(Fact.of(Deed.ORDER_OPENED, Fact.MINYI)
                    .about(order.complaint())
                    .with("order", id)
                    .witness("number", order.number())
                    .with("unit", code(order.respondent().unit())));
        }
        return isNew;
    }

    void dispatch(WorkOrder order, UnitCode handling) {
        change(order, "state = 'DISPATCHED', handling_unit = :unit", Map.of("unit", handling.value()));
    }

    void returned(WorkOrder order) {
        change(order, "returns = returns + 1", Map.of());
    }

    void assign(WorkOrder order, UnitCode handling, UnitCode executing) {
        change(
                order,
                "state = 'VERIFYING', handling_unit = :handling, executing_unit = :executing",
                Map.of("handling", handling.value(), "executing", executing.value()));
    }

    void judge(WorkOrder order, Judgement judgement) {
        change(
                order,
                "verdict = :verdict, score = :score",
                Map.of("verdict", judgement.verdict().name(), "score", judgement.score()));
    }

    void enter(WorkOrder order, WorkOrder.State state) {
        change(order, "state = :state", Map.of("state", state.name()));
    }

    void nextRound(WorkOrder order) {
        change(order, "round = round + 1, state = 'RECTIFYING'", Map.of());
    }

    void close(WorkOrder order, Outcome outcome, Instant now) {
        change(
                order,
                "state = 'CLOSED', outcome = :outcome, closed_at = :now",
                Map.of("outcome", outcome.name(), "now", Timestamp.from(now)));
    }

    /** Fails when someone else changed the order since it was read. */
    private void change(WorkOrder order, String what, Map<String, ?> values) {
        var changed = db.sql("update work_order set " + what
                        + ", version = version + 1 where id = :id and version = :version")
                .params(values)
                .param("id", order.id().value())
                .param("version", order.version())
                .update();
        if (changed == 0) {
            throw new StaleWorkOrder(order.id());
        }
    }

    WorkOrder get(WorkOrderId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("there is no work order " + id));
    }

    Optional<WorkOrder> find(WorkOrderId id) {
        return db.sql(ORDER + "id = :id")
                .param("id", id.value())
                .query(WorkOrderTables::order)
                .optional();
    }

    Optional<WorkOrder> ofComplaint(UUID complaint) {
        return db.sql(ORDER + "complaint_id = :complaint")
                .param("complaint", complaint)
                .query(WorkOrderTables::order)
                .optional();
    }

    List<WorkOrder> ofComplaints(Collection<UUID> complaints) {
        return db.sql(ORDER + "complaint_id = any(:complaints::uuid[])")
                .param("complaints", texts(complaints, complaint -> complaint))
                .query(WorkOrderTables::order)
                .list();
    }

    List<WorkOrder> of(PersonId person) {
        return db.sql(ORDER + "person_id = :person order by opened_at, id")
                .param("person", person.value())
                .query(WorkOrderTables::order)
                .list();
    }

    void insert(OrderStep step) {
        var id = UuidCreator.getTimeOrderedEpochPlus1();
        var matter = db.sql(
                        """
                        insert into work_order_step (id, work_order_id, round, step, done_at, done_by, unit_code,
                               outcome, words_id)
                        values (:id, :order, :round, :step, :at, :by, :unit, :outcome, :words)
                        returning (select complaint_id from work_order where id = :order)
                        """)
                .param("id", id)
                .param("order", step.order().value())
                .param("round", step.round())
                .param("step", step.step().name())
                .param("at", Timestamp.from(step.at()))
                .param("by", step.by())
                .param("unit", code(step.unit()))
                .param("outcome", step.outcome())
                .param("words", step.words() == null ? null : step.words().value())
                .query(UUID.class)
                .single();
        evidence.keep(Fact.of(Deed.STEP_DONE, step.by())
                .about(matter)
                .with("id", id)
                .with("order", step.order())
                .with("round", step.round())
                .with("step", step.step())
                .witness("outcome", step.outcome())
                .with("unit", code(step.unit()))
                .with("words", step.words()));
    }

    List<OrderStep> steps(WorkOrderId order) {
        return db.sql(
                        """
                        select work_order_id, round, step, done_at, done_by, unit_code, outcome, words_id
                          from work_order_step
                         where work_order_id = :order
                         order by done_at, id
                        """)
                .param("order", order.value())
                .query(WorkOrderTables::step)
                .list();
    }

    private static WorkOrder order(ResultSet row, int number) throws SQLException {
        var line = row.getObject("line_id", UUID.class);
        var verdict = row.getString("verdict");
        var outcome = row.getString("outcome");
        var closed = row.getTimestamp("closed_at");
        return new WorkOrder(
                new WorkOrderId(row.getObject("id", UUID.class)),
                new NewOrder(
                        row.getObject("complaint_id", UUID.class),
                        row.getString("number"),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        line == null ? null : new LineId(line),
                        row.getString("category"),
                        row.getString("severity"),
                        new Respondent(unit(row, "respondent_unit"), row.getString("respondent_officer"))),
                unit(row, "handling_unit"),
                unit(row, "executing_unit"),
                row.getInt("round"),
                row.getInt("returns"),
                WorkOrder.State.valueOf(row.getString("state")),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getObject("score", Integer.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getInt("version"));
    }

    private static OrderStep step(ResultSet row, int number) throws SQLException {
        var words = row.getObject("words_id", UUID.class);
        return new OrderStep(
                new WorkOrderId(row.getObject("work_order_id", UUID.class)),
                row.getInt("round"),
                Step.valueOf(row.getString("step")),
                row.getTimestamp("done_at").toInstant(),
                row.getString("done_by"),
                unit(row, "unit_code"),
                row.getString("outcome"),
                words == null ? null : new WordsId(words));
    }

    private static UnitCode unit(ResultSet row, String column) throws SQLException {
        var code = row.getString(column);
        return code == null ? null : new UnitCode(code);
    }

    private static String code(UnitCode unit) {
        return unit == null ? null : unit.value();
    }

    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return new HashSet<>(db.sql(
                        """
                        select distinct person_id from work_order
                         where person_id = any(:persons::uuid[]) and (closed_at is null or closed_at >= :since)
                        """)
                .param("persons", texts(persons, person -> person))
                .param("since", Timestamp.from(since))
                .query((row, at) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<PersonId> persons) {
        return db.sql(
                        """
                        select s.words_id from work_order_step s join work_order o on o.id = s.work_order_id
                         where o.person_id = any(:persons::uuid[]) and s.words_id is not null
                        """)
                .param("persons", texts(persons, person -> person))
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }
}
