package org.minyi.notice;

import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.WordsId;

/** Knows of a matter what its documents say. */
public interface MattersKnown {

    /** The matter as its documents name it; of one that nobody knows nothing but the id. */
    NewNotice.Matter known(UUID matter);

    /** What was found when its facts were verified. */
    Optional<WordsId> finding(UUID matter);
}
