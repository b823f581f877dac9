package org.minyi.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.minyi.calendar.Deadlines;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.organisation.Member;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the dossier of a task together for the one who looks. */
@Service
public class Dossiers {

    private final DeskTasks tasks;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final Faces faces;
    private final Timeline timeline;

    Dossiers(DeskTasks tasks, Complaints complaints, Deadlines deadlines, Faces faces, Timeline timeline) {
        this.tasks = tasks;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.faces = faces;
        this.timeline = timeline;
    }

    /** The dossier, if the task is open and this user may see it. Showing a citizen is recorded as a look. */
    @Transactional
    public Optional<Dossier> of(String userId, String taskId, Locale reader) {
        return faces.member(userId)
                .flatMap(viewer -> tasks.seenBy(userId, taskId).map(task -> of(viewer, task, Wording.in(reader))));
    }

    private Dossier of(Member viewer, OpenTask task, Wording wording) {
        var holder = new Dossier.Holder(task.name(), faces.unitOf(task), faces.nameOf(task.assignee()), task.due());
        var matter = Optional.ofNullable(task.matter()).flatMap(id -> complaints.find(new ComplaintId(id)));
        if (matter.isEmpty()) {
            return new Dossier(null, null, holder, why(task, wording), List.of(), List.of());
        }
        var sight = Sight.of(viewer, task);
        return new Dossier(
                head(matter.get(), task, wording),
                faces.of(matter.get(), viewer, sight, wording),
                holder,
                why(task, wording),
                timeline.of(matter.get(), sight.wholeStory(), wording),
                sight.wholeStory() ? earlier(matter.get(), wording) : List.of());
    }

    private static Dossier.Matter head(Complaint matter, OpenTask task, Wording wording) {
        return new Dossier.Matter(
                matter.number(),
                matter.title(),
                wording.name("kind", matter.kind()),
                wording.name("channel", matter.channel()),
                matter.raisedAt(),
                wording.name("state", matter.state()),
                wording.name("severity", matter.severity()),
                wording.name("category", matter.category()),
                task.round());
    }

    private Dossier.Why why(OpenTask task, Wording wording) {
        return Optional.ofNullable(task.matter())
                .flatMap(matter -> deadlines.of(matter, task.step(), task.round()))
                .map(fixed -> new Dossier.Why(fixed.due(), wording.duration(fixed.allowed()), fixed.rule()))
                .orElse(null);
    }

    private List<Dossier.Earlier> earlier(Complaint matter, Wording wording) {
        return complaints.of(matter.person()).stream()
                .filter(other -> !other.id().equals(matter.id()))
                .map(other -> new Dossier.Earlier(
                        other.number(),
                        other.title(),
                        other.raisedAt(),
                        wording.name("state", other.state()),
                        wording.name("closed", other.outcome())))
                .toList();
    }
}
