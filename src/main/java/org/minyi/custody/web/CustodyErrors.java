package org.minyi.custody.web;

import static org.minyi.problem.Problems.problem;

import org.minyi.custody.MayNotAsk;
import org.minyi.custody.NoSuchHold;
import org.minyi.custody.NotACustodian;
import org.minyi.custody.ReasonMissing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = CustodyErrors.class)
class CustodyErrors {

    @ExceptionHandler
    ProblemDetail handle(MayNotAsk refused) {
        return problem(HttpStatus.FORBIDDEN, "may-not-ask", refused);
    }

    @ExceptionHandler
    ProblemDetail handle(NotACustodian refused) {
        return problem(HttpStatus.FORBIDDEN, "not-a-custodian", refused);
    }

    @ExceptionHandler
    ProblemDetail handle(NoSuchHold missing) {
        return problem(HttpStatus.NOT_FOUND, "no-such-hold", missing);
    }

    @ExceptionHandler
    ProblemDetail handle(ReasonMissing missing) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "reason-missing", missing);
    }
}
