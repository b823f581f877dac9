package org.minyi.workorder;

import org.minyi.organisation.UnitCode;

/** A unit tried to hand its order to somebody who does not work for it. */
public class NotBelowHandlingUnit extends IllegalArgumentException {

    NotBelowHandlingUnit(UnitCode executing, UnitCode handling) {
        super("unit %s does not belong to %s, which signed for the order".formatted(executing, handling));
    }
}
