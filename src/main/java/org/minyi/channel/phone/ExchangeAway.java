package org.minyi.channel.phone;

/** No exchange takes the order: nothing was dialled. */
public class ExchangeAway extends RuntimeException {

    public ExchangeAway(String why) {
        super(why);
    }
}
