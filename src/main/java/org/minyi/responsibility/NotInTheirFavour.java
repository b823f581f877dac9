package org.minyi.responsibility;

/** Somebody upholds an objection and leaves the verdict as it was, or makes it worse. */
public class NotInTheirFavour extends IllegalArgumentException {

    NotInTheirFavour(int score) {
        super("An objection that is upheld raises the score, which was %d. To leave it as it was, reject the objection."
                .formatted(score));
    }
}
