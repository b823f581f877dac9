package org.minyi.contact.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minyi.Application;
import org.minyi.MinyiTest;
import org.minyi.contact.ContactRows;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MinyiTest
class ImportCommandTest {

    @TempDir
    Path files;

    @LocalServerPort
    int port;

    @Autowired
    ClientKeys keys;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String server;
    private String key;

    @BeforeEach
    void aServer() {
        server = "http://localhost:" + port + "/";
        key = keys.issue(MachineClient.ofEverybody("command"));
    }

    @Test
    void a_good_file_ends_with_zero_and_its_counts() throws IOException {
        var file = file("good.csv", ContactRows.file("COMMAND-GOOD", 0, 1500));

        assertThat(run(false, file, "--server", server, "--key", key)).isZero();
        assertThat(printed()).contains("good.csv: 1,500 received, 1,500 accepted, 0 repeated, 0 rejected");
        assertThat(run(false, file, "--server", server, "--key", key)).isZero();
        assertThat(printed()).contains("1,500 received, 0 accepted, 1,500 repeated, 0 rejected");
    }

    @Test
    void rejected_lines_are_shown_as_a_table_and_end_with_two() throws IOException {
        var file = file(
                "some.csv",
                ContactRows.file("COMMAND-SOME", 0, 3)
                        + ContactRows.csv("COMMAND-SOME", 4).replaceAll(",990.*000000,", ",9901,")
                        + "\n");

        assertThat(run(false, file, "--server", server, "--key", key)).isEqualTo(2);
        assertThat(printed())
                .contains("4 received, 3 accepted, 0 repeated, 1 rejected")
                .contains("line  field  arrived  expected")
                .contains("5     unit   9901     a unit code of twelve digits");
    }

    @Test
    void a_refused_file_ends_with_one_and_the_sentence_why() throws IOException {
        assertThat(run(false, file("cut.csv", "source,ref"), "--server", server, "--key", key))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).startsWith("The header lacks reference, module");
        err.reset();
        assertThat(run(false, file("a.csv", "x"), "--server", server, "--key", "wrong"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("The client key is not known or was revoked.");
    }

    @Test
    void the_key_may_come_from_the_environment() throws IOException {
        var command = new ImportCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
        var file = file("env.json", "[" + ContactRows.json("COMMAND-ENV", 1) + "]");

        assertThat(command.run(List.of(file), Map.of("MINYI_KEY", key, "MINYI_SERVER", server)))
                .isZero();
    }

    @Test
    void a_terminal_gets_a_bar_and_a_pipe_gets_lines() {
        var bar = new ProgressBar(new PrintStream(out, true, UTF_8), true);
        bar.at("sending", 512 << 10, 1 << 20);
        bar.end();
        assertThat(printed()).startsWith("\rsending      [###############...............]  50 %  512.0 kB of 1.0 MB");

        out.reset();
        var lines = new ProgressBar(new PrintStream(out, true, UTF_8), false);
        for (int part = 0; part <= 100; part++) {
            lines.at("taking over", part, 100);
        }
        lines.end();
        assertThat(printed().lines()).hasSize(4).allMatch(line -> line.startsWith("taking over"));
    }

    @Test
    void what_is_wrong_with_the_call_is_told_in_one_sentence() throws IOException {
        var file = file("a.csv", "x");
        assertThat(run(false)).isEqualTo(1);
        assertThat(run(false, file)).isEqualTo(1);
        assertThat(run(false, files.resolve("none.csv").toString(), "--key", key))
                .isEqualTo(1);
        assertThat(run(false, "a.xlsx", "--key", key)).isEqualTo(1);
        assertThat(run(false, file, "--nonsense")).isEqualTo(1);
        assertThat(run(false, file, "--key", key, "--server", "here")).isEqualTo(1);
        assertThat(run(false, file, "--key", key, "--server")).isEqualTo(1);
        assertThat(run(false, file, "--key", key, "--server", "http://localhost:" + aFreePort()))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8).lines()).hasSize(8).allMatch(line -> line.matches("^[A-Z'].*[.]$"));
        assertThat(err.toString(UTF_8)).doesNotContain(key);
    }

    @Test
    void the_packaged_program_imports_without_starting_a_server() throws Exception {
        var file = file("process.csv", ContactRows.file("COMMAND-PROCESS", 0, 10) + "x\n");
        var help = process("--help");
        var some = process(file, "--server", server, "--key", key);

        assertThat(help.exit()).isZero();
        assertThat(help.output()).startsWith("Usage: java -jar minyi.jar import FILE");
        assertThat(some.exit()).isEqualTo(2);
        assertThat(some.output())
                .contains("process.csv: 11 received, 10 accepted, 0 repeated, 1 rejected")
                .doesNotContain("Starting", "\r");
    }

    private record Ended(int exit, String output) {}

    private Ended process(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "import"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private static int aFreePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private int run(boolean terminal, String... arguments) {
        return new ImportCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), terminal)
                .run(List.of(arguments), Map.of());
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text).toString();
    }
}
