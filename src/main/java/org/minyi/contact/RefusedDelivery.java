package org.minyi.contact;

/** A whole delivery is not taken over, and nothing of it stays. The message is one sentence for whoever sent it. */
public class RefusedDelivery extends RuntimeException {

    /** Why, as far as an answer over HTTP tells it apart. */
    public enum Reason {
        UNREADABLE,
        TOO_LARGE
    }

    private final Reason reason;

    RefusedDelivery(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    static RefusedDelivery unreadable(String sentence) {
        return new RefusedDelivery(Reason.UNREADABLE, sentence);
    }

    public Reason reason() {
        return reason;
    }
}
