package org.minyi.custody.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.minyi.custody.IdentityRequests;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking the custodian whom a matter is from. How the question stands is told by the dossier. */
@RestController
class RequestsApi {

    private final IdentityRequests requests;
    private final Visitors visitors;

    RequestsApi(IdentityRequests requests, Visitors visitors) {
        this.requests = requests;
        this.visitors = visitors;
    }

    /** What somebody who asks has to say. */
    record Wanted(UUID matter, String reason) {}

    /** Where the question stands now. */
    record Standing(String state) {}

    @PostMapping(path = "/custody/api/requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Standing ask(@RequestBody Wanted wanted, HttpServletRequest request) {
        var user = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        return new Standing(
                requests.ask(user, wanted.matter(), wanted.reason()).state().name());
    }
}
