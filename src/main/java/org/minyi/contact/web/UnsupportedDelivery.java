package org.minyi.contact.web;

/** The body is of a kind that holds no contacts. */
class UnsupportedDelivery extends RuntimeException {

    UnsupportedDelivery() {
        this("The Content-Type is not one of text/csv, application/json and application/x-ndjson.");
    }

    UnsupportedDelivery(String sentence) {
        super(sentence);
    }
}
