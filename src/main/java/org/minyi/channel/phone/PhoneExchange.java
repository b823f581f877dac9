package org.minyi.channel.phone;

import java.util.UUID;

/** A telephone exchange that dials when it is asked, and tells of calls by {@link PhoneCalls#tell}. */
public interface PhoneExchange {

    /** As the settings call it. */
    String name();

    /** Whether it can be asked now. */
    boolean isUp();

    /**
     * Rings an extension, and the number as soon as somebody picks up there. Comes back when the exchange has taken the
     * order; what becomes of it, it tells later.
     *
     * @param number as the citizen is dialled, digits; for the exchange alone
     * @param call by which the exchange is to know it
     * @throws ExchangeAway when the order was not taken
     */
    void dial(String extension, String number, UUID call);
}
