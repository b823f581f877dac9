package org.minyi.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.minyi.NodeTools;

/** A counterpart of ours in a program of its own, in another language: told and asked in lines of JSON. */
public final class Peer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;
    private final int port;

    private Peer(Process process) throws IOException {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.port = answer().get("port").asInt();
    }

    /** Starts a script of src/test/peers; skips the test where node is not there. */
    public static Peer start(String script, String... arguments) {
        var modules = NodeTools.modules();
        var command = new ArrayList<String>();
        command.add(NodeTools.node().toString());
        command.add(Path.of("src/test/peers", script).toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("NODE_PATH", modules.toString());
        try {
            return new Peer(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return port;
    }

    /** Tells it to do something, and waits until it says that it has. */
    public synchronized JsonNode tell(String what, Map<String, ?> more) {
        try {
            var told = new HashMap<String, Object>(more);
            told.put("do", what);
            in.write(JSON.writeValueAsString(told));
            in.newLine();
            in.flush();
            return answer();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public JsonNode tell(String what) {
        return tell(what, Map.of());
    }

    private JsonNode answer() throws JsonProcessingException, IOException {
        var line = out.readLine();
        assertThat(line).as("what the peer says").isNotNull();
        return JSON.readTree(line);
    }

    /** Without a good-bye, as a machine that fails. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
