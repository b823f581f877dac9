package org.minyi.hotline.web;

import static org.minyi.problem.Problems.problem;

import org.minyi.organisation.NotAnExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457). */
@RestControllerAdvice(basePackageClasses = HotlineErrors.class)
class HotlineErrors {

    @ExceptionHandler
    ProblemDetail handle(NotAnExtension refused) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "not-an-extension", refused);
    }

    @ExceptionHandler
    ProblemDetail handle(NotYourTelephone others) {
        return problem(HttpStatus.FORBIDDEN, "not-your-telephone", others);
    }

    @ExceptionHandler
    ProblemDetail handle(NobodyOfThisLogin unknown) {
        return problem(HttpStatus.NOT_FOUND, "nobody-of-this-login", unknown);
    }

    @ExceptionHandler
    ProblemDetail handle(HttpMessageNotReadableException unreadable) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "not-an-extension",
                "the body is not the JSON object that is expected: {\"extension\"}");
    }
}
