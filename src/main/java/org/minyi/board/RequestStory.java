package org.minyi.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.minyi.custody.IdentityRequest;
import org.minyi.custody.IdentityRequests;
import org.minyi.custody.RequestId;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.springframework.stereotype.Component;

/** Who asked the custodian whom the matter is from, why, and what was decided. */
@Component
class RequestStory implements Story {

    private final IdentityRequests requests;
    private final Members members;

    RequestStory(IdentityRequests requests, Members members) {
        this.requests = requests;
        this.members = members;
    }

    /**
     * The custodian reads the request alone: who of which unit wants to know it of which matter. In a matter's story the
     * centre reads them all.
     */
    @Override
    public List<Told> tell(About about, Extent extent) {
        if (about.isRequest()) {
            return requests.find(new RequestId(about.id())).stream()
                    .flatMap(request -> told(request, "identity.ASKED.OF", about.asked()).stream())
                    .toList();
        }
        return about.complaint() != null && extent.whole()
                ? requests.about(about.id()).stream()
                        .flatMap(request -> told(request, "identity.ASKED").stream())
                        .toList()
                : List.of();
    }

    private List<Told> told(IdentityRequest request, String asked, Object... facts) {
        var told = new ArrayList<Told>();
        told.add(Told.of(request.askedAt(), Told.Kind.STEP, asked, facts)
                .words(request.words())
                .by(request.askedBy())
                .in(members.find(request.askedBy()).map(Member::unit).orElse(null)));
        if (request.state() != IdentityRequest.State.ASKED) {
            told.add(Told.of(Objects.requireNonNull(request.decidedAt()), Told.Kind.STEP, "identity." + request.state())
                    .words(request.decisionWords())
                    .by(request.decidedBy()));
        }
        return told;
    }
}
