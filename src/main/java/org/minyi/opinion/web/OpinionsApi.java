package org.minyi.opinion.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.minyi.opinion.Opinions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Supervising a matter. How the opinion stands is told by the dossier. */
@RestController
class OpinionsApi {

    private final Opinions opinions;
    private final Visitors visitors;

    OpinionsApi(Opinions opinions, Visitors visitors) {
        this.opinions = opinions;
        this.visitors = visitors;
    }

    /** On which matter, and what the leader holds. */
    record Raised(UUID matter, String words) {}

    /** Where the opinion stands now. */
    record Standing(String state) {}

    @PostMapping(path = "/opinion/api/opinions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Standing raise(@RequestBody Raised raised, HttpServletRequest request) {
        var user = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        return new Standing(
                opinions.raise(user, raised.matter(), raised.words()).state().name());
    }
}
