package org.minyi.custody.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.minyi.custody.Held;
import org.minyi.custody.LegalHolds;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Legal holds, for the custodian. */
@RestController
class HoldsApi {

    private final LegalHolds holds;
    private final Visitors visitors;

    HoldsApi(LegalHolds holds, Visitors visitors) {
        this.holds = holds;
        this.visitors = visitors;
    }

    /** Of which matter, by its number, and what for. */
    record Wanted(String matter, String reason) {}

    /** The hold that was set. */
    record Set(UUID id) {}

    @GetMapping("/custody/api/holds")
    List<Held> standing(HttpServletRequest request) {
        return holds.standing(user(request));
    }

    @PostMapping(path = "/custody/api/holds", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Set set(@RequestBody Wanted wanted, HttpServletRequest request) {
        return new Set(holds.set(user(request), wanted.matter(), wanted.reason()));
    }

    @PostMapping("/custody/api/holds/{id}/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable UUID id, HttpServletRequest request) {
        holds.lift(user(request), id);
    }

    private String user(HttpServletRequest request) {
        return visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
    }
}
