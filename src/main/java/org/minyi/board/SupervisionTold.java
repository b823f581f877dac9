package org.minyi.board;

import java.util.List;
import java.util.Set;
import org.minyi.supervision.SupervisionStep;
import org.minyi.supervision.SupervisionStep.What;
import org.minyi.supervision.SupervisionStory;
import org.springframework.stereotype.Component;

/** What supervision did about the matter: who urged, who was spoken to, what was agreed and whether it was done. */
@Component
class SupervisionTold implements Story {

    /** Their outcome is the person who was spoken to. */
    private static final Set<What> NAMING = Set.of(What.INTERVIEWED, What.INTERVIEW_ANSWERED);

    /** Their outcome is a word that the sentence ends with; all others' is a fact to be read in it. */
    private static final Set<What> DECIDING = Set.of(What.ANSWER_REVIEWED, What.COUNTERSIGNED, What.DUTY_CHECKED);

    private final SupervisionStory story;
    private final Faces faces;

    SupervisionTold(SupervisionStory story, Faces faces) {
        this.story = story;
        this.faces = faces;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        return story.about(about.id()).stream().map(this::told).toList();
    }

    private Told told(SupervisionStep step) {
        var key = "supervision." + step.what();
        var fact = NAMING.contains(step.what())
                ? faces.nameOf(step.outcome())
                : step.outcome().replace('T', ' ');
        var told = DECIDING.contains(step.what())
                ? Told.of(step.at(), Told.Kind.STEP, key + "." + step.outcome())
                : Told.of(step.at(), Told.Kind.STEP, key, fact);
        return told.by(step.by()).in(step.unit()).round(step.round()).words(step.words());
    }
}
