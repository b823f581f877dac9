package org.minyi.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.complaint.Complaint;
import org.minyi.organisation.Member;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the dossier of a task together for the one who looks. */
@Service
public class Dossiers {

    private final DeskTasks tasks;
    private final Whose whose;
    private final Heads heads;
    private final Deadlines deadlines;
    private final Faces faces;
    private final Timeline timeline;

    Dossiers(DeskTasks tasks, Whose whose, Heads heads, Deadlines deadlines, Faces faces, Timeline timeline) {
        this.tasks = tasks;
        this.whose = whose;
        this.heads = heads;
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
        return whose.of(task)
                .map(about -> of(viewer, task, about, holder, wording))
                .orElseGet(() -> new Dossier(null, null, holder, why(task, wording), List.of(), List.of()));
    }

    private Dossier of(Member viewer, OpenTask task, About about, Dossier.Holder holder, Wording wording) {
        var sight = Sight.of(viewer, task);
        return new Dossier(
                head(about.complaint(), task, wording),
                faces.of(about, viewer, sight, wording),
                holder,
                why(task, wording),
                timeline.of(about, sight.wholeStory(), wording),
                sight.wholeStory() ? heads.earlier(about, wording) : List.of());
    }

    private Dossier.Matter head(Complaint matter, OpenTask task, Wording wording) {
        return matter == null ? null : heads.of(matter, faces.concernedBy(matter), task.round(), wording);
    }

    private Dossier.Why why(OpenTask task, Wording wording) {
        return Optional.ofNullable(task.matter())
                .flatMap(matter -> deadlines.of(matter, Deadline.stepName(task.step(), task.attempt()), task.round()))
                .map(fixed -> new Dossier.Why(fixed.due(), wording.duration(fixed.allowed()), fixed.rule()))
                .orElse(null);
    }
}
