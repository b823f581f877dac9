package org.minyi.channel.sms;

import java.time.LocalTime;
import java.util.regex.Pattern;

/** When citizens may be written to: from the first minute up to, not including, the last. */
record SendingHours(LocalTime from, LocalTime until) {

    private static final Pattern WRITTEN =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|(24:00))");

    static SendingHours of(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "minyi.sms.sending-hours is '%s'; expected is for example 08:00-21:00".formatted(text));
        }
        var parts = text.split("-", -1);
        var from = LocalTime.parse(parts[0]);
        var until = "24:00".equals(parts[1]) ? LocalTime.MAX : LocalTime.parse(parts[1]);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("minyi.sms.sending-hours '%s' end before they begin".formatted(text));
        }
        return new SendingHours(from, until);
    }

    boolean include(LocalTime time) {
        return !time.isBefore(from) && (until.equals(LocalTime.MAX) || time.isBefore(until));
    }
}
