package org.minyi.citizen;

import java.util.Collection;
import java.util.UUID;

/**
 * A room that keeps words about matters and does not know whose they are. Whoever knows asks it when a person is
 * forgotten, and what was said about their matters is forgotten with them.
 */
public interface MatterWords {

    /** What anybody said or wrote about these matters, as far as this room keeps it. */
    Collection<WordsId> wordsAbout(Collection<UUID> matters);
}
