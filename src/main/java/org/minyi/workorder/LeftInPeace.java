package org.minyi.workorder;

import java.util.UUID;

/** A room that knows who does not want to be asked about their matter by Minyi itself: then a person decides whether to. */
public interface LeftInPeace {

    boolean isLeftInPeace(UUID complaint);
}
