package org.minyi.supervision;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * One step of supervision.
 *
 * @param by user id
 * @param unit whom it was about; null where it was about nobody in particular
 * @param outcome what was decided or came of it
 * @param words null where nothing was said
 */
public record SupervisionStep(
        UUID matter, int round, What what, Instant at, String by, UnitCode unit, String outcome, WordsId words) {

    /** What can happen. */
    public enum What {
        /** A level above saw to it that a late step is done. */
        URGED,
        /** A leader answered a supervision notice. */
        NOTICE_ANSWERED,
        ANSWER_REVIEWED,
        INTERVIEWED,
        INTERVIEW_ANSWERED,
        MEETING_CONVENED,
        MEETING_HELD,
        COUNTERSIGNED,
        DUTY_AGREED,
        DUTY_DONE,
        DUTY_CHECKED
    }
}
