package org.minyi.contact.web;

import static org.minyi.problem.Problems.problem;

import org.minyi.contact.RefusedDelivery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Refusals of this room in one sentence each (RFC 9457). Only where the body ends before its announced length the web
 * server answers 400 by itself; whoever sent it has gone by then.
 */
@RestControllerAdvice(basePackageClasses = ContactErrors.class)
class ContactErrors {

    @ExceptionHandler
    ProblemDetail handle(RefusedDelivery refused) {
        return switch (refused.reason()) {
            case UNREADABLE -> problem(HttpStatus.BAD_REQUEST, "unreadable-delivery", refused);
            case TOO_LARGE -> problem(HttpStatus.PAYLOAD_TOO_LARGE, "delivery-too-large", refused);
        };
    }

    @ExceptionHandler
    ProblemDetail handle(UnsupportedDelivery unsupported) {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-delivery", unsupported);
    }
}
