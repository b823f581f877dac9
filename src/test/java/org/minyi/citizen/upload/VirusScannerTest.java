package org.minyi.citizen.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.NodeTools;
import org.minyi.citizen.upload.UploadAnswer.Accepted;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Files before a scanner for viruses: before clamd itself, and before one that answers as it is told. */
@ExtendWith(OutputCaptureExtension.class)
class VirusScannerTest {

    private static final byte[] LETTER = "two hours at the counter".getBytes(UTF_8);

    /** Halved, so that nothing takes this file for the one it is about. */
    private static final String HARMLESS = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ScriptedScanner scripted = new ScriptedScanner();
    private Process daemon;

    @AfterEach
    void nobody_listens() {
        scripted.close();
        if (daemon != null) {
            daemon.destroyForcibly();
        }
    }

    @Test
    void clamd_finds_what_it_knows_as_it_is_and_in_a_document(@TempDir Path folder) throws Exception {
        var check = check(clamd(folder));

        assertThat(check.check("a.txt", LETTER, UploadCheck.FROM_MAIL)).isInstanceOf(Accepted.class);
        assertThat(check.check("a.docx", Handed.word(Map.of()), UploadCheck.FROM_MAIL))
                .isInstanceOf(Accepted.class);
        var large = new byte[9_000_000];
        Arrays.fill(large, (byte) 'a');
        assertThat(check.check("a.txt", large, UploadCheck.FROM_MAIL)).isInstanceOf(Accepted.class);

        assertThat(check.check("a.txt", HARMLESS.getBytes(UTF_8), UploadCheck.FROM_MAIL))
                .isEqualTo(new UploadAnswer.Refused(Refusal.INFECTED));
        assertThat(check.check(
                        "a.docx",
                        Handed.word(Map.of("word/note.txt", HARMLESS.getBytes(UTF_8))),
                        UploadCheck.FROM_MAIL))
                .isEqualTo(new UploadAnswer.Refused(Refusal.INFECTED));
    }

    /** With one signature of our own, as a machine without the network has no others. */
    private String clamd(Path folder) throws IOException, InterruptedException {
        var program = NodeTools.onPath("clamd")
                .or(() -> Optional.of(Path.of("/usr/sbin/clamd")).filter(Files::isExecutable));
        if (System.getenv("CI") != null) {
            assertThat(program).as("clamd is missing").isPresent();
        }
        assumeTrue(program.isPresent(), "clamd is missing");
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var known = Files.createDirectories(folder.resolve("known"));
        Files.writeString(
                known.resolve("minyi.ndb"),
                "Minyi.Harmless:0:*:" + HexFormat.of().formatHex(HARMLESS.getBytes(UTF_8)) + "\n");
        var settings = folder.resolve("clamd.conf");
        Files.writeString(
                settings,
                """
                Foreground yes
                DatabaseDirectory %s
                TCPAddr 127.0.0.1
                TCPSocket %d
                """
                        .formatted(known, port));
        daemon = new ProcessBuilder(program.get().toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        for (var patience = 0; patience < 300; patience++) {
            assertThat(daemon.isAlive())
                    .as("clamd: %s", Files.readString(folder.resolve("clamd.log")))
                    .isTrue();
            try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(line.isConnected()).isTrue();
                return "127.0.0.1:" + port;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("clamd does not listen");
    }

    @Test
    void a_file_goes_there_as_it_came_and_whole() {
        var check = check(scripted.where());
        var picture = Handed.picture("png", 900, 900);
        var text = "a".repeat(200_000).getBytes(UTF_8);

        check.check("x.png", picture, UploadCheck.FROM_THE_WEB);
        check.check("x.txt", text, UploadCheck.FROM_THE_WEB);

        assertThat(scripted.heard).containsExactly(picture.length, text.length);
    }

    @Test
    void what_is_not_taken_at_all_is_not_sent_there() {
        check(scripted.where()).check("x", new byte[0], UploadCheck.FROM_MAIL);

        assertThat(scripted.heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INSTREAM size limit exceeded. ERROR",
        "stream: Can't allocate memory ERROR",
        "'', ",
        "UNKNOWN COMMAND",
        ","
    })
    void an_answer_that_is_neither_yes_nor_no_lets_nothing_through(String answer) {
        scripted.answer = answer;
        var check = check(scripted.where());

        assertThatThrownBy(() -> check.check("a.txt", LETTER, UploadCheck.FROM_MAIL))
                .isInstanceOf(ScannerAway.class);

        scripted.answer = "stream: OK";
        assertThatCode(() -> check.check("a.txt", LETTER, UploadCheck.FROM_MAIL))
                .doesNotThrowAnyException();
    }

    @Test
    void that_it_is_away_is_said_once_and_so_is_that_it_is_back(CapturedOutput output) {
        var check = check(scripted.where());
        for (var answer : List.of("stream: Can't allocate memory ERROR", "", "UNKNOWN COMMAND")) {
            scripted.answer = answer;
            assertThatThrownBy(() -> check.check("a.txt", LETTER, UploadCheck.FROM_MAIL))
                    .isInstanceOf(ScannerAway.class);
        }
        scripted.answer = "stream: OK";
        check.check("a.txt", LETTER, UploadCheck.FROM_MAIL);
        check.check("a.txt", LETTER, UploadCheck.FROM_MAIL);

        assertThat(output).containsOnlyOnce("gives no answer (").containsOnlyOnce("answers again");
    }

    @Test
    void a_good_connection_is_told_at_the_start_and_one_that_hangs_up_is_none(CapturedOutput output) {
        scripted.answer = null;
        scanner(scripted.where()).greet();
        assertThat(output).contains("gives no answer (").doesNotContain("is scanned for viruses by");

        scripted.answer = "ClamAV 1.4.6/27000";
        scanner(scripted.where()).greet();
        assertThat(output).contains("is scanned for viruses by " + scripted.where() + ", ClamAV 1.4.6/27000");
    }

    @Test
    void one_that_never_answers_or_is_not_there_lets_nothing_through() throws IOException {
        String nowhere;
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            nowhere = "127.0.0.1:" + silent.getLocalPort();
            assertThatThrownBy(() -> check(nowhere).check("a.txt", LETTER, UploadCheck.FROM_MAIL))
                    .isInstanceOf(ScannerAway.class)
                    .hasMessageContaining("SocketTimeoutException");
        }
        assertThatThrownBy(() -> check(nowhere).check("a.txt", LETTER, UploadCheck.FROM_MAIL))
                .isInstanceOf(ScannerAway.class)
                .hasMessageContaining("ConnectException");
    }

    private static UploadCheck check(String scanner) {
        return new UploadCheck(scanner(scanner));
    }

    private static VirusScanner scanner(String where) {
        return new VirusScanner(new UploadSettings(where, Duration.ofSeconds(2)));
    }
}
