package org.minyi.audit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Who had a hand in a matter: the evidence forgets nobody. */
@Service
public class Hands {

    /** Whoever only looked had none in it. */
    private static final Set<Deed> LOOKING =
            EnumSet.of(Deed.DOSSIER_READ, Deed.HISTORY_READ, Deed.IDENTITY_SEEN, Deed.EXPORTED);

    private static final Set<Deed> TOUCHING =
            Arrays.stream(Deed.values()).filter(deed -> !LOOKING.contains(deed)).collect(Collectors.toSet());

    private final ChainTables tables;

    Hands(ChainTables tables) {
        this.tables = tables;
    }

    /**
     * The user ids of everybody who did anything in it but read.
     *
     * @param exceptAt the step that is being given to somebody: taking it is no hand in the matter
     */
    public Set<String> in(UUID matter, String exceptAt) {
        return tables.doers(matter, TOUCHING, exceptAt);
    }
}
