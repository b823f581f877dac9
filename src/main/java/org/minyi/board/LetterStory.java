package org.minyi.board;

import java.util.List;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.springframework.stereotype.Component;

/** The official documents of the matter. */
@Component
class LetterStory implements Story {

    private final Notices notices;

    LetterStory(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        return notices.of(about.id()).stream().map(LetterStory::told).toList();
    }

    private static Told told(Notice notice) {
        var key = "letter." + notice.kind().name() + "." + notice.reason();
        return Told.of(
                        notice.issuedAt(),
                        Told.Kind.LETTER,
                        key,
                        String.valueOf(notice.year()),
                        String.valueOf(notice.number()))
                .in(notice.unit())
                .round(notice.round());
    }
}
