package org.minyi.calendar.web;

import static org.minyi.problem.Problems.problem;

import org.minyi.calendar.CalendarChangedMeanwhile;
import org.minyi.calendar.CalendarRefused;
import org.minyi.organisation.NotAUnitCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = CalendarErrors.class)
class CalendarErrors {

    @ExceptionHandler
    ProblemDetail handle(NotAnAdministrator other) {
        return problem(HttpStatus.FORBIDDEN, "not-an-administrator", other);
    }

    @ExceptionHandler
    ProblemDetail handle(NotInTheCalendar missing) {
        return problem(HttpStatus.NOT_FOUND, "no-such-version", missing);
    }

    @ExceptionHandler
    ProblemDetail handle(NotAUnitCode unit) {
        return problem(HttpStatus.BAD_REQUEST, "not-a-unit-code", unit);
    }

    /** All faults of the file beside the sentence, so that a page can say them in its language. */
    @ExceptionHandler
    ProblemDetail handle(CalendarRefused refused) {
        var problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "calendar-refused", refused);
        problem.setProperty("faults", refused.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail handle(CalendarChangedMeanwhile changed) {
        return problem(HttpStatus.CONFLICT, "calendar-changed", changed);
    }

    @ExceptionHandler
    ProblemDetail handle(HttpMessageNotReadableException unreadable) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "no-file",
                "the body is not the JSON object that is expected: {\"file\"} or {\"file\", \"on\", \"reason\"}");
    }
}
