package org.minyi.survey.web;

import static org.minyi.problem.Problems.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = WaveErrors.class)
class WaveErrors {

    @ExceptionHandler
    ProblemDetail handle(NotYours other) {
        return problem(HttpStatus.FORBIDDEN, "not-yours", other);
    }

    @ExceptionHandler
    ProblemDetail handle(NoSuchWave missing) {
        return problem(HttpStatus.NOT_FOUND, "no-such-wave", missing);
    }

    @ExceptionHandler
    ProblemDetail handle(NoReason missing) {
        return problem(HttpStatus.BAD_REQUEST, "no-reason", missing);
    }

    @ExceptionHandler
    ProblemDetail handle(HttpMessageNotReadableException unreadable) {
        return problem(
                HttpStatus.BAD_REQUEST, "no-reason", "the body is not the JSON object that is expected: {\"reason\"}");
    }

    @ExceptionHandler
    ProblemDetail handle(WaveOver over) {
        return problem(HttpStatus.CONFLICT, "wave-over", over);
    }
}
