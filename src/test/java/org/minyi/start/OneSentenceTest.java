package org.minyi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.UncategorizedSQLException;

/** A disk that fills up while Minyi starts: the person at the terminal reads one sentence, not a stack of causes. */
class OneSentenceTest {

    private final SQLException full = new SQLException("could not extend file", "53100");

    @TempDir
    Path data;

    private final GenericApplicationContext context = new GenericApplicationContext();

    @Test
    void a_postgresql_beside_us_that_finds_no_room_names_the_directory() {
        embedded();

        assertThat(said(new UncategorizedSQLException("engine tables", null, full)))
                .startsWith("\nMinyi did not start. The disk of " + data + " is full (")
                .endsWith(" MB are free); make room and start again, nothing that was saved is lost.\n\n");
    }

    @Test
    void a_postgresql_elsewhere_that_finds_no_room_is_named_by_its_address() {
        set(Map.of("minyi.embedded-postgres", "false", "spring.datasource.url", "jdbc:postgresql://db:5432/minyi"));

        assertThat(said(new IllegalStateException("outermost", full)))
                .isEqualTo("\nMinyi did not start. The disk of the database at jdbc:postgresql://db:5432/minyi is full;"
                        + " free some space there.\n\n");
    }

    @Test
    void a_file_that_cannot_be_written_for_want_of_room_is_told_the_same_way() {
        embedded();

        assertThat(said(new IllegalStateException(new IOException("No space left on device"))))
                .isEqualTo("\nMinyi did not start. The disk is full; free some space and start again.\n\n");
    }

    @Test
    void what_has_no_sentence_of_its_own_is_left_to_others() {
        embedded();

        assertThat(said(new IllegalStateException("something else"))).isNull();
    }

    private void embedded() {
        set(Map.of("minyi.embedded-postgres", "true", "minyi.data", data.toString()));
    }

    private void set(Map<String, Object> settings) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
    }

    /** What goes to standard error, or null when nothing was said. */
    private String said(Throwable failure) {
        var terminal = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return new OneSentence(context).reportException(failure) ? printed.toString(StandardCharsets.UTF_8) : null;
        } finally {
            System.setErr(terminal);
        }
    }
}
