package org.minyi.history;

import java.util.Optional;
import org.minyi.sight.Onlooker;
import org.minyi.sight.Sights;
import org.springframework.stereotype.Component;

/** Opens one instance for somebody. */
@Component
class StoryOpener {

    private final HistoryTables tables;
    private final Stories stories;
    private final Models models;
    private final Sights sights;
    private final Onlooker onlooker;
    private final Readings readings;

    StoryOpener(
            HistoryTables tables, Stories stories, Models models, Sights sights, Onlooker onlooker, Readings readings) {
        this.tables = tables;
        this.stories = stories;
        this.models = models;
        this.sights = sights;
        this.onlooker = onlooker;
        this.readings = readings;
    }

    Optional<Story> story(String viewer, String id) {
        return find(viewer, id).map(instance -> {
            var knowsWho = instance.matter()
                    .map(matter -> sights.knowsWho(viewer, matter))
                    .orElse(false);
            var deployment = models.drawing(instance.definition())
                    .map(Drawing::deployment)
                    .orElse("");
            var kept = onlooker.as(viewer, () -> stories.look(viewer, instance, deployment));
            var story = stories.of(instance, kept, knowsWho);
            var matter = story.head().matter();
            // A fact finds its place in the chain when the transaction ends: this look is none of those that are
            // checked.
            var vouched = matter == null ? null : readings.vouched(matter);
            readings.opened(viewer, instance, matter);
            return story.with(vouched);
        });
    }

    Optional<String> drawing(String viewer, String id) {
        return find(viewer, id).flatMap(instance -> models.source(instance.definition()));
    }

    private Optional<Instance> find(String viewer, String id) {
        return onlooker.as(viewer, () -> tables.find(viewer, id));
    }
}
