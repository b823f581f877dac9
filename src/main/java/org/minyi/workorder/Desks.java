package org.minyi.workorder;

import org.minyi.organisation.Desk;
import org.minyi.organisation.UnitCode;

/**
 * Who works on an order, each desk chosen so that nobody judges their own.
 *
 * @param handling the unit that is responsible
 * @param executing the unit that puts it right
 * @param rectifying the one desk where the unit complained about acts itself
 */
public record Desks(
        UnitCode handling,
        UnitCode executing,
        Desk verifying,
        Desk proposing,
        Desk confirming,
        Desk rectifying,
        Desk reviewing,
        Desk supervising,
        Desk deciding) {}
