package org.minyi.supervision.gathering;

import org.minyi.notice.NewNotice;

/** A unit has a duty from now on; heard by the process that sees it through. */
public record DutyAgreed(Duty duty, NewNotice.Matter matter) {}
