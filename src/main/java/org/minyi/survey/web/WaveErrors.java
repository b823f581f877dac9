package org.minyi.survey.web;

import java.net.URI;
import org.minyi.desk.NobodyLoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = WaveErrors.class)
class WaveErrors {

    @ExceptionHandler
    ProblemDetail handle(NobodyLoggedIn nobody) {
        return problem(HttpStatus.UNAUTHORIZED, "nobody-logged-in", nobody.getMessage());
    }

    @ExceptionHandler
    ProblemDetail handle(NotYours other) {
        return problem(HttpStatus.FORBIDDEN, "not-yours", other.getMessage());
    }

    @ExceptionHandler
    ProblemDetail handle(NoSuchWave missing) {
        return problem(HttpStatus.NOT_FOUND, "no-such-wave", missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail handle(NoReason missing) {
        return problem(HttpStatus.BAD_REQUEST, "no-reason", missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail handle(HttpMessageNotReadableException unreadable) {
        return problem(
                HttpStatus.BAD_REQUEST, "no-reason", "the body is not the JSON object that is expected: {\"reason\"}");
    }

    @ExceptionHandler
    ProblemDetail handle(WaveOver over) {
        return problem(HttpStatus.CONFLICT, "wave-over", over.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String code, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:minyi:problem:" + code));
        return problem;
    }
}
