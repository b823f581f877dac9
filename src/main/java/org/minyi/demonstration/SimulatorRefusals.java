package org.minyi.demonstration;

import static org.minyi.problem.Problems.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What phones and mailboxes do not take, in a sentence. */
@RestControllerAdvice(basePackageClasses = SimulatorRefusals.class)
class SimulatorRefusals {

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException bad) {
        return refusal(bad.getMessage());
    }

    /** A record that refuses its own content is wrapped by whoever reads the JSON. */
    @ExceptionHandler
    ProblemDetail refused(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getMostSpecificCause();
        return refusal(
                cause instanceof IllegalArgumentException ? cause.getMessage() : "This is not the JSON expected.");
    }

    private static ProblemDetail refusal(String sentence) {
        return problem(HttpStatus.BAD_REQUEST, "simulator", sentence);
    }
}
