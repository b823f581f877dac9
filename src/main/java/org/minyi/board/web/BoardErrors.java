package org.minyi.board.web;

import static org.minyi.problem.Problems.problem;

import org.minyi.board.TooManyLooks;
import org.minyi.channel.phone.ExchangeAway;
import org.minyi.desk.TaskDone;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = BoardErrors.class)
class BoardErrors {

    @ExceptionHandler
    ProblemDetail handle(NotAnAuditor other) {
        return problem(HttpStatus.FORBIDDEN, "not-an-auditor", other);
    }

    @ExceptionHandler
    ProblemDetail handle(NoSuchDossier missing) {
        return problem(HttpStatus.NOT_FOUND, "no-such-dossier", missing);
    }

    @ExceptionHandler
    ProblemDetail handle(TaskDone meanwhile) {
        return problem(HttpStatus.NOT_FOUND, "no-such-dossier", meanwhile);
    }

    @ExceptionHandler
    ProblemDetail handle(TooManyLooks enough) {
        return problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-looks", enough);
    }

    @ExceptionHandler
    ProblemDetail handle(ExchangeAway away) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "exchange-away", away);
    }
}
