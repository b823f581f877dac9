package org.minyi.extension.web;

import static org.minyi.problem.Problems.problem;

import org.minyi.extension.NoMoreTime;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = ExtensionErrors.class)
class ExtensionErrors {

    @ExceptionHandler
    ProblemDetail handle(NoMoreTime refused) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "no-more-time", refused);
    }
}
