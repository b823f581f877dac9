package org.minyi.workorder;

import org.minyi.organisation.Desk;
import org.minyi.organisation.UnitCode;

/** Where an order went: the unit that is responsible now, and the desk that signs for it. */
public record Dispatch(UnitCode handling, Desk signing) {}
