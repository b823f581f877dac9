package org.minyi.board;

import java.util.List;
import java.util.stream.Stream;
import org.minyi.counter.Enquiries;
import org.minyi.counter.Enquiry;
import org.springframework.stereotype.Component;

/** What the citizen asked about their matter, and what the case steward answered. */
@Component
class EnquiryStory implements Story {

    private final Enquiries enquiries;

    EnquiryStory(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        return enquiries.about(about.id()).stream().flatMap(EnquiryStory::told).toList();
    }

    private static Stream<Told> told(Enquiry enquiry) {
        var asked = Told.of(enquiry.askedAt(), Told.Kind.STEP, "enquiry.ASKED").words(enquiry.words());
        return enquiry.waits()
                ? Stream.of(asked)
                : Stream.of(
                        asked,
                        Told.of(enquiry.answeredAt(), Told.Kind.STEP, "enquiry.ANSWERED")
                                .by(enquiry.answeredBy())
                                .words(enquiry.answer()));
    }
}
