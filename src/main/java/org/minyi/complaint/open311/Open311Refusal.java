package org.minyi.complaint.open311;

import org.springframework.http.HttpStatus;

/** What GeoReport calls a general service error: a status and a sentence, nothing of the person in it. */
class Open311Refusal extends RuntimeException {

    private final HttpStatus status;

    Open311Refusal(HttpStatus status, String description) {
        super(description);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
