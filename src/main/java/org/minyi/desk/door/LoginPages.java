package org.minyi.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.minyi.desk.Source;
import org.minyi.desk.Visitors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page: name and password. One for everything that people use. */
@Controller
class LoginPages {

    /** Why somebody is sent here, as the address says it. */
    private static final List<String> REASONS = List.of("out", "again", "noMember", "refused");

    private final Gatekeeper gatekeeper;
    private final Throttle throttle;
    private final Entrance entrance;
    private final Visitors visitors;
    private final ObjectProvider<ClientRegistrationRepository> providers;

    LoginPages(
            Gatekeeper gatekeeper,
            Throttle throttle,
            Entrance entrance,
            Visitors visitors,
            ObjectProvider<ClientRegistrationRepository> providers) {
        this.gatekeeper = gatekeeper;
        this.throttle = throttle;
        this.entrance = entrance;
        this.visitors = visitors;
        this.providers = providers;
    }

    @GetMapping(Ways.LOGIN)
    ResponseEntity<String> page(
            @RequestParam(defaultValue = "") String to,
            @RequestParam Map<String, String> why,
            HttpServletRequest request,
            Locale reader) {
        if (visitors.loggedIn(request).isPresent()) {
            return see(Destination.of(to));
        }
        var told = REASONS.stream().filter(why::containsKey).findFirst().orElse("");
        return show(to, "", told, HttpStatus.OK, request, reader);
    }

    @PostMapping(Ways.LOGIN)
    ResponseEntity<String> login(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale reader) {
        var knock = gatekeeper.knock(account.strip(), password, Source.of(request));
        if (knock instanceof Knock.Right right) {
            return see(entrance.first(right.account(), "page", Destination.of(to), request, response));
        }
        if (knock instanceof Knock.TooMany) {
            return show(to, account, "tooMany", HttpStatus.TOO_MANY_REQUESTS, request, reader);
        }
        var told = knock instanceof Knock.NoMember ? "noMember" : "wrong";
        return show(to, account, told, HttpStatus.UNAUTHORIZED, request, reader);
    }

    private ResponseEntity<String> show(
            String to, String account, String told, HttpStatus status, HttpServletRequest request, Locale reader) {
        var words = LoginWords.in(reader);
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var view = new LoginView("login.html", words)
                .fact("to", Destination.of(to))
                .fact("account", account)
                .fact("token", token.getToken());
        if (providers.getIfAvailable() != null) {
            view.part("provider", LoginView.PROVIDER);
        }
        if (!told.isEmpty()) {
            view.part("told", told.equals("out") ? LoginView.TOLD : LoginView.WRONG)
                    .fact("told", words.of(told, throttle.pause().toMinutes()));
        }
        return view.answer(status);
    }

    private static ResponseEntity<String> see(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .build();
    }
}
