package org.minyi.channel.mail;

/** Ends the reading of something that is no letter. */
final class SetAside extends Exception {

    private static final long serialVersionUID = 1;

    final Aside why;

    SetAside(Aside why) {
        super(why.name());
        this.why = why;
    }
}
