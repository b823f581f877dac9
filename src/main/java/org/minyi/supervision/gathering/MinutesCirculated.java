package org.minyi.supervision.gathering;

import org.minyi.notice.NewNotice;
import org.minyi.organisation.UnitCode;

/** The minutes lie before a unit that was invited; heard by the process in which its leader countersigns. */
public record MinutesCirculated(Gathering meeting, UnitCode unit, NewNotice.Matter matter) {}
