package org.minyi.counter;

import org.minyi.complaint.Channel;
import org.minyi.complaint.HandedIn;

/**
 * A matter as a citizen wrote it on the page, unchecked. Everything but kind, name and words may be blank.
 *
 * @param minor whether the person is under age
 */
public record CitizensMatter(
        String kind,
        String name,
        String phone,
        boolean minor,
        String address,
        String unit,
        String business,
        String words) {

    HandedIn handedIn(String reference) {
        return new HandedIn(
                reference,
                Channel.WEB.code(),
                kind,
                name,
                blankIsNothing(phone),
                minor,
                blankIsNothing(address),
                blankIsNothing(unit),
                null,
                blankIsNothing(business),
                words);
    }

    private static String blankIsNothing(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "CitizensMatter[sealed]";
    }
}
