package org.minyi.workorder;

import java.util.UUID;

/** A room that knows who wants no call back about their matter: nobody asks them whether it has been put right. */
public interface LeftInPeace {

    boolean isLeftInPeace(UUID complaint);
}
