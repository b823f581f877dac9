package org.minyi.channel.phone;

import java.time.Instant;

/**
 * What an exchange tells of a call.
 *
 * @param exchange by its name
 * @param call what the exchange calls it; of one that we asked for, our id
 * @param hotline which of our numbers was called; null where it is not known, or none was
 * @param number of whoever called; null where it is withheld
 * @param extension where somebody picked up; null where it is not known
 * @param recording where it can be heard; null where it is not said
 */
public record CallNews(
        String exchange,
        String call,
        What what,
        Instant at,
        Hotline hotline,
        String number,
        String extension,
        String recording) {

    /** What happened. */
    public enum What {
        /** Somebody calls one of our hotlines. */
        CALLED,
        /** Somebody here picked up. */
        ANSWERED,
        /** The citizen whom we dialled picked up. */
        CONNECTED,
        RECORDED,
        ENDED
    }

    public static CallNews of(String exchange, String call, What what, Instant at) {
        return new CallNews(exchange, call, what, at, null, null, null, null);
    }

    public CallNews to(Hotline called, String caller) {
        return new CallNews(exchange, call, what, at, called, caller, extension, recording);
    }

    public CallNews at(String where) {
        return new CallNews(exchange, call, what, at, hotline, number, where, recording);
    }

    public CallNews recorded(String where) {
        return new CallNews(exchange, call, what, at, hotline, number, extension, where);
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "CallNews[%s %s %s]".formatted(exchange, call, what);
    }
}
