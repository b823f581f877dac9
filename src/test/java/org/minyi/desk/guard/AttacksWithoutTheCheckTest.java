package org.minyi.desk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The second lock alone: what is deployed unread is deployed, started and driven, and nothing of it comes through. */
@MinyiTest
@TestPropertySource(properties = "minyi.desk.check-models=false")
class AttacksWithoutTheCheckTest {

    @Autowired
    ProcessEngine engine;

    @Test
    void no_attack_comes_through_where_nobody_reads_what_is_deployed() {
        var strike = new Strike(engine);
        strike.prepare();
        var through = new ArrayList<String>();
        for (var attack : Attacks.all().stream().filter(one -> !one.isEndless()).toList()) {
            if (strike.hits(attack)) {
                through.add(attack.name());
            }
        }
        assertThat(through).isEmpty();
    }
}
