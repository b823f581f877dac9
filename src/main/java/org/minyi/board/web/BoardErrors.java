package org.minyi.board.web;

import java.net.URI;
import org.minyi.desk.NobodyLoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = BoardErrors.class)
class BoardErrors {

    @ExceptionHandler
    ProblemDetail handle(NobodyLoggedIn nobody) {
        return problem(HttpStatus.UNAUTHORIZED, "nobody-logged-in", nobody);
    }

    @ExceptionHandler
    ProblemDetail handle(NotAnAuditor other) {
        return problem(HttpStatus.FORBIDDEN, "not-an-auditor", other);
    }

    @ExceptionHandler
    ProblemDetail handle(NoSuchDossier missing) {
        return problem(HttpStatus.NOT_FOUND, "no-such-dossier", missing);
    }

    private static ProblemDetail problem(HttpStatus status, String code, Exception cause) {
        var problem = ProblemDetail.forStatusAndDetail(status, cause.getMessage());
        problem.setType(URI.create("urn:minyi:problem:" + code));
        return problem;
    }
}
