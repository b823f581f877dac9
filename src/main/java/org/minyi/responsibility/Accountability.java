package org.minyi.responsibility;

import java.time.Instant;
import org.minyi.citizen.WordsId;

/**
 * What followed of a score of zero.
 *
 * @param measure null while the inspector has not decided
 */
public record Accountability(
        ResponsibilityId about, Instant openedAt, Measure measure, String by, Instant at, WordsId words) {

    /** What an inspector can do about it (人民警察法 art. 48 and the rules under it; where it is a case, it is handed on). */
    public enum Measure {
        /** Criticism and education 批评教育. */
        CRITICISM,
        /** A talk of admonition 诫勉谈话. */
        ADMONITION,
        /** Training away from the post 离岗培训. */
        TRAINING,
        /** Another post 调整岗位. */
        REASSIGNMENT,
        /** Handed to the discipline inspection 移送纪检监察. */
        DISCIPLINE,
        /** Nothing beyond the notification; the words say why. */
        NONE
    }
}
