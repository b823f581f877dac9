package org.minyi.channel.phone;

import java.time.LocalDate;

/**
 * How a hotline was answered on one day (GB/T 33358: within 15 seconds; 95 of 100 connected).
 *
 * @param calls that came in
 * @param connected to somebody here
 * @param inTime connected within 15 seconds
 * @param givenUp over before somebody picked up
 * @param ringing not over, and not picked up yet
 * @param meanRingSeconds until somebody picked up; null where nobody did
 * @param meanTalkSeconds of those connected and over; null where there is none
 */
public record HotlineDay(
        LocalDate day,
        Hotline hotline,
        int calls,
        int connected,
        int inTime,
        int givenUp,
        int ringing,
        Integer meanRingSeconds,
        Integer meanTalkSeconds) {}
