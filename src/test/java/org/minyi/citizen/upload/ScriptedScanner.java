package org.minyi.citizen.upload;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What answers like clamd, as a test wants it to: with one answer to everything, or by hanging up. */
public final class ScriptedScanner implements AutoCloseable {

    /** What it was sent, file by file. */
    public final List<Integer> heard = new CopyOnWriteArrayList<>();

    /** Its answer; null: it hangs up as soon as it is called. */
    public volatile String answer = "stream: OK";

    private final ServerSocket door;

    public ScriptedScanner() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var listening = new Thread(this::listen, "scripted scanner");
        listening.setDaemon(true);
        listening.start();
    }

    /** As the setting has it. */
    public String where() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    private void listen() {
        while (!door.isClosed()) {
            try (var line = door.accept()) {
                if (answer != null) {
                    hear(line);
                }
            } catch (IOException hungUp) {
                // The next one calls.
            }
        }
    }

    private void hear(Socket line) throws IOException {
        var in = new DataInputStream(line.getInputStream());
        var command = new StringBuilder();
        for (var next = in.read(); next > 0; next = in.read()) {
            command.append((char) next);
        }
        if (command.toString().equals("zINSTREAM")) {
            var length = 0;
            for (var chunk = in.readInt(); chunk != 0; chunk = in.readInt()) {
                in.skipNBytes(chunk);
                length += chunk;
            }
            heard.add(length);
        }
        var out = line.getOutputStream();
        for (var letter : (answer + "\0").getBytes(StandardCharsets.UTF_8)) {
            // One by one, as a slow network may bring them.
            out.write(letter);
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
