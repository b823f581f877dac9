package org.minyi.hotline.web;

/** Where somebody else's telephone stands is for an administrator to say. */
class NotYourTelephone extends RuntimeException {

    NotYourTelephone() {
        super("where somebody else's telephone stands is for an administrator to say");
    }
}
