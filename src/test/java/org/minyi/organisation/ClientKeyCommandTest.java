package org.minyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.audit.Deed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MinyiTest
class ClientKeyCommandTest {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    ClientKeys keys;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void a_key_that_is_printed_opens_at_once_and_is_evidence() {
        assertThat(run("issue", "110-desk", "--source", "110-dispatch", "110-cases", "--channel", "110"))
                .isZero();

        var key = text().lines().reduce((one, last) -> last).orElseThrow();
        assertThat(keys.client(key))
                .contains(new MachineClient("110-desk", Set.of("110-dispatch", "110-cases"), Set.of("110")));
        assertThat(db.sql("select told from audit.fact where deed = :deed and told like '%110-desk%'")
                        .param("deed", Deed.CLIENT_KEY_ISSUED.name())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("110-desk", "110-cases,110-dispatch")
                .doesNotContain(key);
    }

    @Test
    void a_revoked_key_opens_nothing_and_there_is_none_to_revoke_again() {
        var key = keys.issue(new MachineClient("12345-line", Set.of("12345"), Set.of("12345")));

        assertThat(run("revoke", "12345-line")).isZero();
        assertThat(keys.client(key)).isEmpty();
        assertThat(run("revoke", "12345-line")).isEqualTo(1);
        assertThat(text()).contains("There is no key of 12345-line to revoke.");
    }

    @Test
    void what_is_not_understood_is_told_in_one_sentence() {
        assertThat(run("issue")).isEqualTo(1);
        assertThat(text()).contains("'issue NAME' or 'revoke NAME' is expected");
        assertThat(run("issue", "110-desk")).isEqualTo(1);
        assertThat(text()).contains("A key that may hand in nothing is no use");
        assertThat(run("issue", "110-desk", "--source", "110-dispatch", "--chanel", "12345"))
                .isEqualTo(1);
        assertThat(db.sql("select count(*) from client_key where '12345' = any (sources)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int run(String... asked) {
        var arguments = new ArrayList<>(List.of(asked));
        arguments.addAll(List.of(
                "--minyi.embedded-postgres=false",
                "--spring.datasource.url=" + TestDatabase.addressOf(database),
                "--spring.datasource.username=" + TestDatabase.APPLICATION));
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new ClientKeyCommand(stream, stream).issueOrRevoke(arguments);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
