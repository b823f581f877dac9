package org.minyi.extension.web;

import jakarta.servlet.http.HttpServletRequest;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.minyi.extension.Asking;
import org.minyi.extension.Wanted;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking for more time for a step. How the question stands is told by the dossier. */
@RestController
class TimeRequestsApi {

    private final Asking asking;
    private final Visitors visitors;

    TimeRequestsApi(Asking asking, Visitors visitors) {
        this.asking = asking;
        this.visitors = visitors;
    }

    /** Where the question stands now. */
    record Standing(String state) {}

    @PostMapping(path = "/extension/api/requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Standing ask(@RequestBody Wanted wanted, HttpServletRequest request) {
        var user = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        return new Standing(asking.ask(user, wanted).state().name());
    }

    /** What was waited for is there: the clock of this task goes on. */
    @PostMapping("/extension/api/tasks/{task}/go-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void goOn(@PathVariable String task, HttpServletRequest request) {
        asking.goOn(visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new), task);
    }
}
