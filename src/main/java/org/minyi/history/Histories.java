package org.minyi.history;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of matters, for whoever may see them. That it was read is evidence, like everything else. */
@Service
public class Histories {

    public static final int ON_A_PAGE = 25;

    private final SearchReader reader;
    private final Finder finder;
    private final StoryOpener opener;
    private final Readings readings;

    Histories(SearchReader reader, Finder finder, StoryOpener opener, Readings readings) {
        this.reader = reader;
        this.finder = finder;
        this.opener = opener;
        this.readings = readings;
    }

    /** Some of what is looked for, newest first. */
    @Transactional
    public Page page(String viewer, Asked asked, Place after) {
        return reader.read(asked)
                .map(search -> {
                    var page = finder.pages(viewer, search).from(after, ON_A_PAGE);
                    readings.searched(viewer, search, page.instances().size());
                    return page;
                })
                .orElseGet(() -> new Page(List.of(), null));
    }

    /** One instance; empty when there is none, or it is not this viewer's to see. */
    @Transactional
    public Optional<Story> story(String viewer, String id) {
        return opener.story(viewer, id);
    }

    /** The drawing an instance goes by, as BPMN. */
    @Transactional
    public Optional<String> drawing(String viewer, String id) {
        return opener.drawing(viewer, id);
    }
}
