package org.minyi.demonstration;

import java.util.List;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.minyi.start.StartNotes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells whoever started Minyi as whom they can look around, and hands a machine its key. */
@Component
@ConditionalOnProperty("minyi.demonstration")
class WelcomeNotes implements StartNotes {

    private final ClientKeys keys;

    WelcomeNotes(ClientKeys keys) {
        this.keys = keys;
    }

    /** The key is new at every start: only its hash is kept, so the old one cannot be printed again. */
    @Override
    public List<String> lines() {
        return List.of(
                "Users of the demonstration city Lanhe, password " + City.PASSWORD + ":",
                "centre         caller1..4, triage1..2, reviewer1..3, director1, inspector1",
                "sub-centre 01  liaison01, leader01 (and so on to 20)",
                "post 03 of 01  officer0103, officer0103b (01..05 in every sub-centre)",
                "behind them    custodian1, owner1 and auditor1 (Cockpit), admin1 (Admin)",
                "machine key    " + keys.issue(MachineClient.ofEverybody("demonstration")));
    }
}
