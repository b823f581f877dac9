package org.minyi.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.minyi.calendar.Deadlines;
import org.minyi.organisation.Member;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the dossier of a task together for the one who looks. */
@Service
public class Dossiers {

    private final DeskTasks tasks;
    private final Heads heads;
    private final Deadlines deadlines;
    private final Faces faces;
    private final Timeline timeline;

    Dossiers(DeskTasks tasks, Heads heads, Deadlines deadlines, Faces faces, Timeline timeline) {
        this.tasks = tasks;
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
        var matter = heads.find(task.matter());
        if (matter.isEmpty()) {
            return new Dossier(null, null, holder, why(task, wording), List.of(), List.of());
        }
        var sight = Sight.of(viewer, task);
        return new Dossier(
                heads.of(matter.get(), faces.concernedBy(matter.get()), task.round(), wording),
                faces.of(matter.get(), viewer, sight, wording),
                holder,
                why(task, wording),
                timeline.of(matter.get(), sight.wholeStory(), wording),
                sight.wholeStory() ? heads.earlier(matter.get(), wording) : List.of());
    }

    private Dossier.Why why(OpenTask task, Wording wording) {
        return Optional.ofNullable(task.matter())
                .flatMap(matter -> deadlines.of(matter, task.step(), task.round()))
                .map(fixed -> new Dossier.Why(fixed.due(), wording.duration(fixed.allowed()), fixed.rule()))
                .orElse(null);
    }
}
