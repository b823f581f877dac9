package org.minyi.channel.web;

import static org.minyi.problem.Problems.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = ChannelErrors.class)
class ChannelErrors {

    @ExceptionHandler
    ProblemDetail handle(NotForYou other) {
        return problem(HttpStatus.FORBIDDEN, "not-yours", other);
    }
}
