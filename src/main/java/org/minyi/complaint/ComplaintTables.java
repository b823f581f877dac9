package org.minyi.complaint;

import static org.minyi.sql.Columns.texts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.AttachmentId;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.contact.ContactId;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of complaints. SQL lives here and nowhere else in this room. */
@Repository
class ComplaintTables implements Involvement {

    private static final String COMPLAINT =
            """
            select id, number, title, channel, reference, kind, contact_id, person_id, line_id, words_id, business,
                   category, severity, jurisdiction, respondent_unit, respondent_officer, unit_code, officer, state,
                   joined_to, raised_at, raised_by, closed_at, outcome
              from complaint
            """;

    private final JdbcClient db;
    private final Evidence evidence;

    ComplaintTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    long nextNumber() {
        return db.sql("select nextval('matter_number')").query(Long.class).single();
    }

    /** False when the channel's reference is there already. */
    boolean insert(
            ComplaintId id,
            String number,
            String title,
            RaisedMatter matter,
            String respondentUnit,
            String respondentOfficer,
            Instant now) {
        var isNew = db.sql(
                                """
                        insert into complaint (id, number, title, channel, reference, kind, contact_id, person_id,
                                               line_id, words_id, business, unit_code, officer, respondent_unit,
                                               respondent_officer, raised_at, raised_by)
                        values (:id, :number, :title, :channel, :reference, :kind, :contact, :person,
                                :line, :words, :business, :unit, :officer, :respondentUnit,
                                :respondentOfficer, :now, :by)
                        on conflict (channel, reference) do nothing
                        """)
                        .param("id", id.value())
                        .param("number", number)
                        .param("title", title)
                        .param("channel", matter.channel().code())
                        .param("reference", matter.reference())
                        .param("kind", matter.kind().name())
                        .param("contact", id(matter.contact(), ContactId::value))
                        .param("person", matter.person().value())
                        .param("line", id(matter.line(), LineId::value))
                        .param("words", id(matter.words(), WordsId::value))
                        .param("business", matter.business())
                        .param("unit", matter.unit())
                        .param("officer", matter.officer())
                        .param("respondentUnit", respondentUnit)
                        .param("respondentOfficer", respondentOfficer)
                        .param("now", Timestamp.from(now))
                        .param("by", matter.raisedBy())
                        .update()
                == 1;
        if (isNew) {
            insertAttachments(id, matter.attachments());
            evidence.keep(Fact.of(Deed.MATTER_RAISED, matter.raisedBy())
                    .about(id.value())
                    .with("number", number)
                    .with("channel", matter.channel().code())
                    .with("kind", matter.kind())
                    .with("contact", id(matter.contact(), ContactId::value))
                    .with("words", id(matter.words(), WordsId::value))
                    .with("unit", respondentUnit)
                    .with(
                            "files",
                            matter.attachments().isEmpty()
                                    ? null
                                    : matter.attachments().size()));
        }
        return isNew;
    }

    private void insertAttachments(ComplaintId id, List<AttachmentId> files) {
        db.sql(
                        """
                        insert into complaint_attachment (complaint_id, place, attachment_id)
                        select :id, place, file from unnest(:files::uuid[]) with ordinality given (file, place)
                        """)
                .param("id", id.value())
                .param("files", texts(files, file -> file))
                .update();
    }

    List<AttachmentId> attachments(ComplaintId id) {
        return db.sql("select attachment_id from complaint_attachment where complaint_id = :id order by place")
                .param("id", id.value())
                .query((row, at) -> new AttachmentId(row.getObject("attachment_id", UUID.class)))
                .list();
    }

    Optional<ComplaintId> handedInWith(AttachmentId file) {
        return db.sql("select complaint_id from complaint_attachment where attachment_id = :file")
                .param("file", file.value())
                .query((row, at) -> new ComplaintId(row.getObject("complaint_id", UUID.class)))
                .optional();
    }

    Complaint get(ComplaintId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no complaint " + id));
    }

    Optional<Complaint> find(ComplaintId id) {
        return db.sql(COMPLAINT + "where id = :id")
                .param("id", id.value())
                .query(ComplaintTables::complaint)
                .optional();
    }

    List<Complaint> find(Collection<ComplaintId> ids) {
        return db.sql(COMPLAINT + "where id = any (:ids::uuid[])")
                .param("ids", texts(ids, ComplaintId::value))
                .query(ComplaintTables::complaint)
                .list();
    }

    Optional<Complaint> find(Channel channel, String reference) {
        return db.sql(COMPLAINT + "where channel = :channel and reference = :reference")
                .param("channel", channel.code())
                .param("reference", reference)
                .query(ComplaintTables::complaint)
                .optional();
    }

    Optional<Complaint> numbered(String number) {
        return db.sql(COMPLAINT + "where number = :number")
                .param("number", number)
                .query(ComplaintTables::complaint)
                .optional();
    }

    List<Complaint> of(PersonId person) {
        return db.sql(COMPLAINT + "where person_id = :person order by raised_at desc, number desc")
                .param("person", person.value())
                .query(ComplaintTables::complaint)
                .list();
    }

    /** The ids of everything these persons raised. */
    List<UUID> idsOf(Collection<PersonId> persons) {
        return db.sql("select id from complaint where person_id = any(:persons::uuid[])")
                .param("persons", texts(persons, person -> person))
                .query(UUID.class)
                .list();
    }

    /** The ids are in the order in which matters were raised, so the page needs no other index. */
    List<Complaint> page(MatterSearch search) {
        return db.sql(
                        COMPLAINT
                                + """
                         where (minyi.reads_everything(:viewer) or id in (select minyi.matters_in_hand(:viewer)))
                           and minyi.sees(:viewer, id)
                           and (:number::text is null or number = :number)
                           and (:open::boolean is null or (state = 'OPEN') = :open)
                           and (:before::uuid is null or id < :before)
                         order by id desc
                         limit :size
                        """)
                .param("viewer", search.viewer())
                .param("number", search.number(), Types.VARCHAR)
                .param("open", search.open(), Types.BOOLEAN)
                .param(
                        "before",
                        search.before() == null ? null : search.before().value(),
                        Types.OTHER)
                .param("size", search.size())
                .query(ComplaintTables::complaint)
                .list();
    }

    List<Complaint> handedIn(HandedInSearch search, int most) {
        return db.sql(
                        COMPLAINT
                                + """
                         where channel = :channel and starts_with(reference, :beginning)
                           and raised_at >= :from and raised_at < :to
                           and (:kind::text is null or kind = :kind)
                           and (:open::boolean is null or (closed_at is null) = :open)
                         order by id desc
                         limit :most
                        """)
                .param("channel", search.channel().code())
                .param("beginning", search.beginning())
                .param("from", Timestamp.from(search.from()))
                .param("to", Timestamp.from(search.to()))
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("open", search.open())
                .param("most", most)
                .query(ComplaintTables::complaint)
                .list();
    }

    /**
     * Only what was raised before: two matters never suggest each other, so no circle can be joined. A matter about the
     * centre suggests none but its like: triage would learn from the other who complained.
     */
    List<Complaint> earlier(Complaint matter, Instant since) {
        return db.sql(
                        COMPLAINT
                                + """
                         where (person_id = :person or line_id = :line)
                           and (contact_id = :contact or respondent_unit = :unit or business = :business)
                           and id <> :id and number < :number
                           and (state = 'OPEN' or state = 'CLOSED' and raised_at >= :since)
                           and minyi.about_centre(id) = minyi.about_centre(:id)
                         order by number desc
                        """)
                .param("id", matter.id().value())
                .param("number", matter.number())
                .param("person", matter.person().value())
                .param("line", id(matter.line(), LineId::value), java.sql.Types.OTHER)
                .param("contact", id(matter.contact(), ContactId::value), java.sql.Types.OTHER)
                .param("unit", id(matter.respondentUnit(), UnitCode::value), java.sql.Types.VARCHAR)
                .param("business", matter.business(), java.sql.Types.VARCHAR)
                .param("since", Timestamp.from(since))
                .query(ComplaintTables::complaint)
                .list();
    }

    void replaceSuggestions(ComplaintId id, List<Suggestion> suggestions) {
        db.sql("delete from duplicate_suggestion where complaint_id = :id")
                .param("id", id.value())
                .update();
        for (var suggestion : suggestions) {
            db.sql("insert into duplicate_suggestion (complaint_id, other_id, reasons) values (:id, :other, :reasons)")
                    .param("id", id.value())
                    .param("other", suggestion.other().id().value())
                    .param(
                            "reasons",
                            suggestion.reasons().stream().map(Enum::name).collect(Collectors.joining(",")))
                    .update();
        }
    }

    List<Suggestion> suggestions(ComplaintId id) {
        return db.sql("select other_id, reasons from duplicate_suggestion where complaint_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Suggestion(
                        get(new ComplaintId(row.getObject("other_id", UUID.class))),
                        Arrays.stream(row.getString("reasons").split(",", -1))
                                .map(Suggestion.Reason::valueOf)
                                .toList()))
                .list();
    }

    void join(ComplaintId id, ComplaintId other, Instant now) {
        db.sql("update complaint set state = 'JOINED', joined_to = :other, closed_at = :now where id = :id")
                .param("id", id.value())
                .param("other", other.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void triaged(ComplaintId id, String title, TriageVerdict verdict, String respondentUnit, String respondentOfficer) {
        db.sql(
                        """
                        update complaint
                           set title = :title, category = :category, severity = :severity,
                               jurisdiction = :jurisdiction, respondent_unit = coalesce(:unit, respondent_unit),
                               respondent_officer = :officer
                         where id = :id
                        """)
                .param("id", id.value())
                .param("title", title)
                .param("category", verdict.category().name())
                .param("severity", verdict.severity().name())
                .param("jurisdiction", verdict.jurisdiction().name())
                .param("unit", respondentUnit, java.sql.Types.VARCHAR)
                .param("officer", respondentOfficer, java.sql.Types.VARCHAR)
                .update();
    }

    void close(ComplaintId id, String outcome, Instant now) {
        db.sql("update complaint set state = 'CLOSED', outcome = :outcome, closed_at = :now where id = :id")
                .param("id", id.value())
                .param("outcome", outcome)
                .param("now", Timestamp.from(now))
                .update();
    }

    void insertStep(ComplaintId id, ComplaintStep step) {
        var stepId = UuidCreator.getTimeOrderedEpoch();
        db.sql(
                        """
                        insert into complaint_step (id, complaint_id, step, done_at, done_by, outcome, words_id)
                        values (:id, :complaint, :step, :at, :by, :outcome, :words)
                        """)
                .param("id", stepId)
                .param("complaint", id.value())
                .param("step", step.step())
                .param("at", Timestamp.from(step.at()))
                .param("by", step.by())
                .param("outcome", step.outcome())
                .param("words", id(step.words(), WordsId::value))
                .update();
        evidence.keep(Fact.of(Deed.STEP_DONE, step.by())
                .about(id.value())
                .with("id", stepId)
                .with("step", step.step())
                .witness("outcome", step.outcome())
                .with("words", id(step.words(), WordsId::value)));
    }

    List<ComplaintStep> steps(ComplaintId id) {
        return db.sql(
                        """
                        select step, done_at, done_by, outcome, words_id
                          from complaint_step
                         where complaint_id = :id
                         order by done_at, id
                        """)
                .param("id", id.value())
                .query((row, number) -> new ComplaintStep(
                        row.getString("step"),
                        row.getTimestamp("done_at").toInstant(),
                        row.getString("done_by"),
                        row.getString("outcome"),
                        known(row.getObject("words_id", UUID.class), WordsId::new)))
                .list();
    }

    /** Notes that a mail of ours is about a matter. False when it was noted before. */
    boolean insertMail(UUID mail, ComplaintId id, String text) {
        return db.sql(
                                """
                                insert into complaint_mail (mail_id, complaint_id, text) values (:mail, :id, :text)
                                    on conflict (mail_id) do nothing
                                """)
                        .param("mail", mail)
                        .param("id", id.value())
                        .param("text", text)
                        .update()
                == 1;
    }

    /** The matter that a mail of ours is about. */
    Optional<ComplaintId> ofMail(UUID mail) {
        return db.sql("select complaint_id from complaint_mail where mail_id = :mail")
                .param("mail", mail)
                .query((row, at) -> new ComplaintId(row.getObject("complaint_id", UUID.class)))
                .optional();
    }

    private static Complaint complaint(ResultSet row, int number) throws SQLException {
        return new Complaint(
                new ComplaintId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("title"),
                Channel.of(row.getString("channel")).orElseThrow(),
                row.getString("reference"),
                Kind.valueOf(row.getString("kind")),
                known(row.getObject("contact_id", UUID.class), ContactId::new),
                new PersonId(row.getObject("person_id", UUID.class)),
                known(row.getObject("line_id", UUID.class), LineId::new),
                known(row.getObject("words_id", UUID.class), WordsId::new),
                row.getString("business"),
                known(row.getString("category"), Category::valueOf),
                Severity.valueOf(row.getString("severity")),
                known(row.getString("jurisdiction"), Jurisdiction::valueOf),
                known(row.getString("respondent_unit"), UnitCode::new),
                row.getString("respondent_officer"),
                new Complaint.Told(row.getString("unit_code"), row.getString("officer")),
                Complaint.State.valueOf(row.getString("state")),
                known(row.getObject("joined_to", UUID.class), ComplaintId::new),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("raised_by"),
                known(row.getTimestamp("closed_at"), Timestamp::toInstant),
                row.getString("outcome"));
    }

    private static <T, V> V id(T id, Function<T, V> value) {
        return id == null ? null : value.apply(id);
    }

    private static <C, T> T known(C column, Function<C, T> read) {
        return column == null ? null : read.apply(column);
    }

    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return new HashSet<>(db.sql(
                        """
                        select distinct c.person_id
                          from complaint c left join complaint head on head.id = c.joined_to
                         where c.person_id = any(:persons::uuid[])
                           and (c.closed_at is null or c.closed_at >= :since
                                or head.state = 'OPEN' or head.closed_at >= :since)
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
                        select words_id from complaint where person_id = any(:persons::uuid[]) and words_id is not null
                        union
                        select s.words_id from complaint_step s join complaint c on c.id = s.complaint_id
                         where c.person_id = any(:persons::uuid[]) and s.words_id is not null
                        """)
                .param("persons", texts(persons, person -> person))
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }
}
