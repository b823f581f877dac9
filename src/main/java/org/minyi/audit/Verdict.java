package org.minyi.audit;

import java.time.Duration;
import java.util.List;

/**
 * What a verification found.
 *
 * @param facts how many were looked at
 * @param end the last position of the chain
 * @param anchors how many lines of the anchors were compared
 * @param anchored the last position that an anchor vouches for; 0 without any
 * @param faults how many things are wrong
 * @param findings the first of them, in the order of the chain
 * @param took how long it took
 */
public record Verdict(
        long facts, long end, long anchors, long anchored, long faults, List<Finding> findings, Duration took) {

    public boolean holds() {
        return faults == 0;
    }
}
