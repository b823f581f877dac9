package org.minyi.opinion.web;

import static org.minyi.problem.Problems.problem;

import org.minyi.opinion.MayNotRaise;
import org.minyi.opinion.OpinionMissing;
import org.minyi.opinion.OpinionWaits;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = OpinionErrors.class)
class OpinionErrors {

    @ExceptionHandler
    ProblemDetail handle(MayNotRaise refused) {
        return problem(HttpStatus.FORBIDDEN, "may-not-supervise", refused);
    }

    @ExceptionHandler
    ProblemDetail handle(OpinionMissing missing) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "opinion-missing", missing);
    }

    @ExceptionHandler
    ProblemDetail handle(OpinionWaits waits) {
        return problem(HttpStatus.CONFLICT, "opinion-waits", waits);
    }
}
