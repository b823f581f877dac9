package org.minyi.channel.phone;

import java.util.List;

/** The exchanges that one kind of connection brings. */
public interface PhoneExchanges {

    List<? extends PhoneExchange> exchanges();
}
