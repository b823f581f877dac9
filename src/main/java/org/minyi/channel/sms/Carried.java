package org.minyi.channel.sms;

/**
 * What a link carried in a stretch of time.
 *
 * @param accepted messages that the operator took
 * @param parts as how many it counts, and bills, them
 * @param refused messages it would not have
 * @param unanswered messages of which its answer was lost, whatever became of them later
 * @param reported messages of which it told how they ended
 * @param delivered messages that reached their phone, as far as it told
 */
public record Carried(long accepted, long parts, long refused, long unanswered, long reported, long delivered) {

    /** How many of those it took it also told about; of none taken all. */
    public double reportRate() {
        return accepted == 0 ? 1 : Math.min(1, (double) reported / accepted);
    }
}
