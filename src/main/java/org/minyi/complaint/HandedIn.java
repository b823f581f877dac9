package org.minyi.complaint;

/**
 * A matter as another system hands it in, unchecked.
 *
 * @param reference what the system calls it
 * @param channel one of {@link Channel#code()} that {@linkplain Channel#isHandedIn() is handed in}
 * @param kind one of {@link Kind}; a complaint when left out
 * @param minor whether the person is under age
 * @param address where the person lives; may be left out
 * @param unit twelve digits; may be left out
 * @param officer user id or badge; may be left out
 * @param business code; may be left out
 */
public record HandedIn(
        String reference,
        String channel,
        String kind,
        String name,
        String phone,
        boolean minor,
        String address,
        String unit,
        String officer,
        String business,
        String words) {

    /** Shows nothing of the person: this record may end up in a log line. */
    @Override
    public String toString() {
        return "HandedIn[channel=%s, reference=%s]".formatted(channel, reference);
    }
}
