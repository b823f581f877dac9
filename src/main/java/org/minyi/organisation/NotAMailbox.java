package org.minyi.organisation;

/** What was given is no mailbox. Does not repeat it: somebody may have put a person's address there. */
public class NotAMailbox extends IllegalArgumentException {

    NotAMailbox() {
        super("this is not a mailbox: something like post@unit.example.org is expected");
    }
}
