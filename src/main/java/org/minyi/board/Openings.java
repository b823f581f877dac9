package org.minyi.board;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.minyi.citizen.WordsBook;
import org.minyi.custody.IdentityRequest;
import org.minyi.custody.IdentityRequests;
import org.minyi.sight.Sights;
import org.springframework.stereotype.Component;

/** How a reader stands with the custodian in a matter: may ask, has asked, holds a grant, was refused. */
@Component
class Openings {

    private static final String MAY_ASK = "MAY_ASK";

    private final IdentityRequests requests;
    private final Sights sights;
    private final WordsBook book;
    private final Clock clock;

    Openings(IdentityRequests requests, Sights sights, WordsBook book, Clock clock) {
        this.requests = requests;
        this.sights = sights;
        this.book = book;
        this.clock = clock;
    }

    /** Nothing about a matter that is none, and nothing for those it is about. */
    Optional<Dossier.Asking> of(About about, String reader) {
        if (about.complaint() == null || !sights.mayAskWho(reader, about.id())) {
            return Optional.empty();
        }
        return Optional.of(requests.latest(about.id(), reader)
                .map(request -> asking(about, request))
                .orElseGet(() -> new Dossier.Asking(about.id(), MAY_ASK, null, null)));
    }

    private Dossier.Asking asking(About about, IdentityRequest request) {
        return switch (request.state()) {
            case ASKED -> new Dossier.Asking(about.id(), "ASKED", null, null);
            case REFUSED -> new Dossier.Asking(about.id(), "REFUSED", null, reasons(request));
            case GRANTED ->
                clock.instant().isBefore(request.until())
                        ? new Dossier.Asking(about.id(), "GRANTED", request.until(), null)
                        : new Dossier.Asking(about.id(), MAY_ASK, null, null);
        };
    }

    private String reasons(IdentityRequest request) {
        return book.read(List.of(request.decisionWords())).get(request.decisionWords());
    }
}
