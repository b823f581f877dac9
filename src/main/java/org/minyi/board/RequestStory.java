package org.minyi.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.minyi.custody.IdentityRequest;
import org.minyi.custody.IdentityRequests;
import org.minyi.custody.RequestId;
import org.springframework.stereotype.Component;

/** Who asked the custodian whom the matter is from, why, and what was decided. */
@Component
class RequestStory implements Story {

    private final IdentityRequests requests;

    RequestStory(IdentityRequests requests) {
        this.requests = requests;
    }

    /** The custodian reads the request alone; in a matter's story the centre reads them all. */
    @Override
    public List<Told> tell(About about, Extent extent) {
        if (about.complaint() == null) {
            return requests.find(new RequestId(about.id())).stream()
                    .flatMap(request -> told(request).stream())
                    .toList();
        }
        return extent.whole()
                ? requests.about(about.id()).stream()
                        .flatMap(request -> told(request).stream())
                        .toList()
                : List.of();
    }

    private static List<Told> told(IdentityRequest request) {
        var told = new ArrayList<Told>();
        told.add(Told.of(request.askedAt(), Told.Kind.STEP, "identity.ASKED")
                .words(request.words())
                .by(request.askedBy()));
        if (request.state() != IdentityRequest.State.ASKED) {
            told.add(Told.of(Objects.requireNonNull(request.decidedAt()), Told.Kind.STEP, "identity." + request.state())
                    .words(request.decisionWords())
                    .by(request.decidedBy()));
        }
        return told;
    }
}
