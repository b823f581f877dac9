package org.minyi.complaint;

import java.util.Arrays;
import java.util.Optional;

/** Where a matter came from. */
public enum Channel {
    /** A survey by SMS, answered badly. */
    SMS("SMS"),
    HOTLINE("HOTLINE"),
    ALARM_110("110"),
    CITY_12345("12345"),
    POLICE_12389("12389"),
    WEB("WEB"),
    VISIT("VISIT"),
    ENTERPRISE("ENTERPRISE"),
    POLICE_HOTLINE("POLICE_HOTLINE"),
    /** A letter to the centre's mailbox. */
    MAIL("MAIL");

    private final String code;

    Channel(String code) {
        this.code = code;
    }

    /** As forms, the API and the table write it. */
    public String code() {
        return code;
    }

    /** Whether another system may hand matters of it in: what is answered and written to us we hear ourselves. */
    public boolean isHandedIn() {
        return this != SMS && this != MAIL;
    }

    public static Optional<Channel> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
