package org.minyi.complaint.web;

import static org.minyi.problem.Problems.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this room in one sentence each (RFC 9457); what arrived is never repeated. */
@RestControllerAdvice(basePackageClasses = ComplaintErrors.class)
class ComplaintErrors {

    @ExceptionHandler
    ProblemDetail handle(HttpMessageNotReadableException unreadable) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "unreadable-complaint",
                "The body is not the JSON object that is expected: {\"reference\", \"channel\", \"kind\", \"name\", "
                        + "\"phone\", \"unit\", \"officer\", \"business\", \"words\"}, all of them text.");
    }

    @ExceptionHandler
    ProblemDetail handle(HttpMediaTypeNotSupportedException unsupported) {
        return problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-complaint",
                "The Content-Type is not application/json.");
    }

    @ExceptionHandler
    ProblemDetail handle(MissingServletRequestParameterException missing) {
        return problem(
                HttpStatus.BAD_REQUEST, "no-such-matter", "Both channel and reference are expected in the address.");
    }
}
