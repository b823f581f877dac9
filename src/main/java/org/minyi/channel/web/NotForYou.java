package org.minyi.channel.web;

/** The links are for the centre's reviewers, director and administrator. */
class NotForYou extends RuntimeException {

    NotForYou() {
        super("the links are for reviewers, the director and the administrator");
    }
}
