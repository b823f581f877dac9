package org.minyi.history.web;

import static java.util.stream.Collectors.joining;
import static org.minyi.problem.Problems.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = HistoryErrors.class)
class HistoryErrors {

    @ExceptionHandler
    ProblemDetail handle(NotYours notYours) {
        return problem(HttpStatus.FORBIDDEN, "not-yours", notYours);
    }

    @ExceptionHandler
    ProblemDetail handle(NoSuchInstance missing) {
        return problem(HttpStatus.NOT_FOUND, "no-such-instance", missing);
    }

    @ExceptionHandler
    ProblemDetail handle(NoSuchPlace nowhere) {
        return problem(HttpStatus.BAD_REQUEST, "no-such-place", nowhere);
    }

    @ExceptionHandler
    ProblemDetail handle(BindException mistyped) {
        var fields = mistyped.getFieldErrors().stream()
                .map(FieldError::getField)
                .sorted()
                .collect(joining(", "));
        return problem(
                HttpStatus.BAD_REQUEST,
                "mistyped",
                fields + " cannot be read: days look like 2026-11-22, a state is RUNNING or ENDED");
    }
}
