package org.minyi.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever lost their telephone: an administrator, never the person themselves, lets them set up another one. */
@RestController
class ResetApi {

    private final SecondFactors factors;
    private final Members members;
    private final Visitors visitors;

    ResetApi(SecondFactors factors, Members members, Visitors visitors) {
        this.factors = factors;
        this.members = members;
        this.visitors = visitors;
    }

    @PostMapping("/login/api/second-factors/{user}/reset")
    ResponseEntity<Void> reset(@PathVariable String user, HttpServletRequest request) {
        var administrator = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        var may = members.find(administrator)
                .filter(member -> member.roles().contains(Role.ADMINISTRATOR))
                .isPresent();
        if (!may || administrator.equals(user)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return factors.reset(user, administrator)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }
}
