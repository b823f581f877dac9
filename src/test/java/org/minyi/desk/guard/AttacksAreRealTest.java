package org.minyi.desk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;
import org.minyi.TestDatabase;

/** The same attacks against an engine as it comes: a guard that is tested with blunt arrows is not tested. */
class AttacksAreRealTest {

    /** Counted: how many must come through at least, or the corpus has gone blunt. */
    private static final int SHARP = 190;

    @Test
    void most_attacks_come_through_in_an_engine_as_it_comes() {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setJdbcUrl(TestDatabase.fresh());
        configuration.setJdbcUsername(TestDatabase.OWNER);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setHistory(HistoryLevel.HISTORY_LEVEL_FULL.getName());
        configuration.setHistoryTimeToLive("P1D");
        configuration.setDefaultNumberOfRetries(1);
        configuration.setBeans(new HashMap<>(Map.of("systemProperties", System.getProperties())));
        var bare = configuration.buildProcessEngine();
        try {
            var strike = new Strike(bare);
            strike.prepare();
            var sharp = new ArrayList<String>();
            var blunt = new LinkedHashSet<String>();
            for (var attack :
                    Attacks.all().stream().filter(one -> !one.isEndless()).toList()) {
                (strike.hits(attack) ? sharp : blunt).add(attack.name());
            }
            System.out.println("attacks that come through in an engine as it comes: " + sharp.size() + " of "
                    + (sharp.size() + blunt.size()) + "; not: "
                    + blunt.stream()
                            .filter(name -> name.matches("(drawing|table)/.*"))
                            .toList());
            assertThat(sharp).hasSizeGreaterThanOrEqualTo(SHARP);
        } finally {
            bare.close();
        }
    }

    @Test
    void every_attack_has_a_name_of_its_own_and_there_are_enough() {
        assertThat(Attacks.all())
                .extracting(Attack::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(300);
        assertThat(Attacks.all())
                .extracting(attack -> List.of(attack.file(), attack.content()))
                .doesNotHaveDuplicates();
    }
}
