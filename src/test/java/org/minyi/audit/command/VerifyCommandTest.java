package org.minyi.audit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@MinyiTest
class VerifyCommandTest {

    @TempDir
    Path anchors;

    @Autowired
    Evidence evidence;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    @Test
    void a_chain_that_holds_ends_with_zero_and_one_that_does_not_with_one_and_the_place() {
        var matter = UUID.randomUUID();
        transaction.executeWithoutResult(status -> evidence.keepAll(List.of(
                Fact.of(Deed.DOSSIER_READ, "caller1").about(matter),
                Fact.of(Deed.DOSSIER_READ, "caller2").about(matter))));

        var good = new ByteArrayOutputStream();
        assertThat(run(good)).isZero();
        assertThat(text(good)).contains("The evidence holds: ").contains("There is no anchor to compare it with");

        TestDatabase.asOwner(
                database,
                "alter table audit.fact disable trigger refuse; update audit.fact set by_whom = 'caller3' where by_whom ="
                        + " 'caller1'; alter table audit.fact enable trigger refuse");

        var bad = new ByteArrayOutputStream();
        assertThat(run(bad)).isEqualTo(1);
        assertThat(text(bad))
                .contains("The evidence does not hold: 1 faults in ")
                .contains(": the fact was changed (");
    }

    @Test
    void a_database_that_does_not_answer_proves_nothing() throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(new VerifyCommand(new PrintStream(out, true, StandardCharsets.UTF_8))
                        .verify(List.of("--minyi.embedded-postgres=true", "--minyi.data=" + anchors.resolve("none"))))
                .isEqualTo(1);
        assertThat(text(out)).contains("The evidence was not verified.");
        assertThat(Files.exists(anchors.resolve("none"))).isFalse();
    }

    private int run(ByteArrayOutputStream out) {
        return new VerifyCommand(new PrintStream(out, true, StandardCharsets.UTF_8))
                .verify(List.of(
                        "--minyi.embedded-postgres=false",
                        "--spring.datasource.url=" + TestDatabase.addressOf(database),
                        "--spring.datasource.username=" + TestDatabase.APPLICATION,
                        "--minyi.audit.anchors=" + anchors,
                        "--minyi.audit.key=the key of this test, long enough"));
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }
}
