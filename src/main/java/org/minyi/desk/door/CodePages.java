package org.minyi.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.minyi.desk.Source;
import org.minyi.desk.password.Account;
import org.minyi.desk.password.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the second factor: asks for a code, and the first time hands out the secret for the telephone. */
@Controller
class CodePages {

    private final SecondFactors factors;
    private final Accounts accounts;
    private final Entrance entrance;
    private final Throttle throttle;
    private final Clock clock;

    CodePages(SecondFactors factors, Accounts accounts, Entrance entrance, Throttle throttle, Clock clock) {
        this.factors = factors;
        this.accounts = accounts;
        this.entrance = entrance;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GetMapping(Ways.CODE)
    ResponseEntity<String> page(HttpServletRequest request, Locale reader) {
        return Awaited.in(request, clock)
                .map(awaited -> show(awaited, "", HttpStatus.OK, request, reader))
                .orElseGet(CodePages::tooLate);
    }

    @PostMapping(Ways.CODE)
    ResponseEntity<String> check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale reader) {
        var found = Awaited.in(request, clock);
        if (found.isEmpty()) {
            return tooLate();
        }
        var awaited = found.get();
        return switch (factors.show(awaited.userId(), code, Source.of(request))) {
            case RIGHT ->
                accounts.find(awaited.userId())
                        .filter(account -> account.stamp().equals(awaited.stamp()))
                        .map(account -> goOn(account, awaited, request, response))
                        .orElseGet(CodePages::tooLate);
            case WRONG -> show(awaited, "wrongCode", HttpStatus.UNAUTHORIZED, request, reader);
            case TOO_MANY -> show(awaited, "tooManyCodes", HttpStatus.TOO_MANY_REQUESTS, request, reader);
        };
    }

    private ResponseEntity<String> goOn(
            Account account, Awaited awaited, HttpServletRequest request, HttpServletResponse response) {
        entrance.second(account, awaited.way(), request, response);
        return see(awaited.to());
    }

    private ResponseEntity<String> show(
            Awaited awaited, String told, HttpStatus status, HttpServletRequest request, Locale reader) {
        var words = LoginWords.in(reader);
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var view = new LoginView("code.html", words).fact("token", token.getToken());
        if (!told.isEmpty()) {
            view.part("told", LoginView.WRONG)
                    .fact("told", words.of(told, throttle.pause().toMinutes()));
        }
        factors.toSetUp(awaited.userId()).ifPresent(secret -> {
            var link = link(awaited.userId(), secret);
            view.part("setUp", LoginView.SET_UP)
                    .part("square", QrCode.svg(link))
                    .fact("secret", secret.replaceAll("(.{4})(?!$)", "$1 "))
                    .fact("link", link);
        });
        return view.answer(status);
    }

    /** What a telephone opens its app with. */
    private static String link(String userId, String secret) {
        return "otpauth://totp/Minyi:" + URLEncoder.encode(userId, StandardCharsets.UTF_8) + "?secret=" + secret
                + "&issuer=Minyi";
    }

    private static ResponseEntity<String> tooLate() {
        return see(Ways.LOGIN + "?again");
    }

    private static ResponseEntity<String> see(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .build();
    }
}
