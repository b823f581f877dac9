package org.minyi.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.organisation.Member;
import org.minyi.workorder.WorkOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the dossier of a task together for the one who looks. */
@Service
public class Dossiers {

    private final DeskTasks tasks;
    private final Whose whose;
    private final Heads heads;
    private final Reasons reasons;
    private final Faces faces;
    private final Timeline timeline;
    private final Reading reading;
    private final Evidence evidence;
    private final Offers offers;
    private final CallersReceipt receipt;

    Dossiers(
            DeskTasks tasks,
            Whose whose,
            Heads heads,
            Reasons reasons,
            Faces faces,
            Timeline timeline,
            Reading reading,
            Evidence evidence,
            Offers offers,
            CallersReceipt receipt) {
        this.receipt = receipt;
        this.offers = offers;
        this.evidence = evidence;
        this.tasks = tasks;
        this.whose = whose;
        this.heads = heads;
        this.reasons = reasons;
        this.faces = faces;
        this.timeline = timeline;
        this.reading = reading;
    }

    /**
     * The dossier, if the task is open and this user may see it and its matter; nobody learns which of them was wanting.
     * That it was read is evidence; so is every look at a citizen.
     */
    @Transactional
    public Optional<Dossier> of(String userId, String taskId, Locale reader) {
        return faces.member(userId).flatMap(viewer -> tasks.seenBy(userId, taskId)
                .flatMap(task -> of(viewer, task, Wording.in(reader)).map(dossier -> {
                    evidence.keep(Fact.of(Deed.DOSSIER_READ, userId)
                            .about(task.matter())
                            .witness("task", taskId)
                            .witness("step", task.step()));
                    return dossier;
                })));
    }

    /** The dossier of a matter without any task; as the holder stands the unit that has it in hand. */
    @Transactional
    public Optional<Dossier> of(String userId, ComplaintId matter, Locale reader) {
        var wording = Wording.in(reader);
        return faces.member(userId)
                .flatMap(viewer -> whose.of(matter).flatMap(about -> of(viewer, about, wording)))
                .map(dossier -> {
                    evidence.keep(Fact.of(Deed.DOSSIER_READ, userId).about(matter.value()));
                    return dossier;
                });
    }

    private Optional<Dossier> of(Member viewer, About about, Wording wording) {
        var sight = reading.knowsWho(viewer.userId(), about) ? Sight.MASKED : Sight.PSEUDONYM;
        return reading.of(viewer.userId(), about, sight.wholeStory(), wording, () -> heads.order(about))
                .map(seen -> {
                    var order = seen.more();
                    var head = heads.of(
                            about.complaint(),
                            faces.concernedBy(about.complaint()),
                            order.map(WorkOrder::round).orElse(1),
                            offers.isSupervised(about.id()),
                            wording);
                    var unit = order.map(faces::unitOf).orElse(null);
                    var holder = new Dossier.Holder(
                            Heads.state(about.complaint(), order.orElse(null), wording), unit, null, null);
                    return dossier(
                            viewer,
                            faces.of(about, viewer, sight, wording),
                            about,
                            head,
                            holder,
                            null,
                            null,
                            null,
                            seen,
                            wording);
                });
    }

    private Optional<Dossier> of(Member viewer, OpenTask task, Wording wording) {
        var holder = new Dossier.Holder(
                wording.step(task.name()), faces.unitOf(task), faces.nameOf(task.assignee()), task.due());
        var about = whose.of(task);
        return about.isEmpty()
                ? Optional.of(new Dossier(
                        null,
                        null,
                        holder,
                        why(task, wording),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        receipt.of(viewer.userId(), task).orElse(null),
                        null))
                : of(viewer, task, about.get(), holder, wording);
    }

    private Optional<Dossier> of(Member viewer, OpenTask task, About about, Dossier.Holder holder, Wording wording) {
        var sight = Sight.of(viewer, task, reading.knowsWho(viewer.userId(), about));
        return reading.of(viewer.userId(), about, sight.wholeStory(), wording, () -> why(task, wording))
                .map(seen -> dossier(
                        viewer,
                        faces.of(about, viewer, sight, wording),
                        about,
                        head(about.complaint(), task, wording),
                        holder,
                        seen.more(),
                        offers.time(viewer.userId(), task.id()),
                        receipt.of(viewer.userId(), task).orElse(null),
                        seen,
                        wording));
    }

    private Dossier dossier(
            Member viewer,
            Dossier.Person person,
            About about,
            Dossier.Matter head,
            Dossier.Holder holder,
            Dossier.Why why,
            Dossier.Time time,
            Dossier.Receipt toReadOut,
            Reading.Seen<?> seen,
            Wording wording) {
        var told = timeline.entries(seen.told(), faces.shown(about, person), wording);
        var matter = about.complaint() == null ? null : about.complaint().id().value();
        return new Dossier(
                head,
                person,
                holder,
                why,
                told,
                seen.earlier(),
                matter == null ? List.of() : offers.clocks(matter, wording),
                time,
                toReadOut,
                matter == null ? null : offers.supervise(viewer.userId(), matter));
    }

    private Dossier.Matter head(Complaint matter, OpenTask task, Wording wording) {
        return matter == null
                ? null
                : heads.of(
                        matter,
                        faces.concernedBy(matter),
                        task.round(),
                        offers.isSupervised(matter.id().value()),
                        wording);
    }

    private Dossier.Why why(OpenTask task, Wording wording) {
        return reasons.why(task.id(), wording);
    }
}
