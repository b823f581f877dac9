package org.minyi.desk.door;

import static org.minyi.problem.Problems.problem;

import org.minyi.desk.NobodyLoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What every room answers to whoever is not logged in. */
@RestControllerAdvice
class NobodyHere {

    @ExceptionHandler
    ProblemDetail handle(NobodyLoggedIn nobody) {
        return problem(HttpStatus.UNAUTHORIZED, "nobody-logged-in", nobody);
    }
}
