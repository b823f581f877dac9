package org.minyi.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Stands before a real SMTP server and answers in its stead where a test wants an answer that a healthy server does not
 * give. A mail goes on to the server as it came; what the server says comes back, unless the line is cut.
 */
final class MoodySmtp implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 10_000;

    private final ServerSocket door;
    private final Thread porter;
    private final int server;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /** An answer instead of the server's; null for the server's own. The dot is the end of a mail. */
    volatile Function<String, String> mood = command -> null;

    /** The mail goes through, its answer does not come back. */
    volatile boolean cutsAfterMail;

    MoodySmtp(int server) throws IOException {
        this(server, 0);
    }

    /** @param port where it stands; 0 for any */
    MoodySmtp(int server, int port) throws IOException {
        this.server = server;
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        porter = new Thread(this::open, "moody-smtp");
        porter.setDaemon(true);
        porter.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** What it was asked since it stands. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    /** Nobody is at the door when it answers: another one may stand there. */
    @Override
    public void close() throws IOException {
        door.close();
        try {
            porter.join(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var talk = new Thread(() -> talk(client), "moody-smtp-talk");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var from = reader(client);
            var back = reader(behind);
            var greeting = mood.apply("");
            say(client, greeting == null ? answer(back) : greeting);
            for (var line = from.readLine(); line != null; line = from.readLine()) {
                commands.add(line);
                var instead = mood.apply(line);
                if (instead != null) {
                    if (instead.isEmpty()) {
                        return;
                    }
                    say(client, instead);
                } else if (line.equals("DATA")) {
                    say(client, "354 go on");
                    if (!mail(client, from, behind, back)) {
                        return;
                    }
                } else {
                    say(behind, line);
                    say(client, answer(back));
                }
            }
        } catch (IOException cut) {
            // One of the two hung up.
        }
    }

    private boolean mail(Socket client, BufferedReader from, Socket behind, BufferedReader back) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = from.readLine(); line != null && !line.equals("."); line = from.readLine()) {
            lines.add(line);
        }
        var instead = mood.apply(".");
        if (instead != null) {
            say(client, instead);
            return true;
        }
        say(behind, "DATA");
        answer(back);
        say(behind, String.join("\r\n", lines) + "\r\n.");
        var said = answer(back);
        if (cutsAfterMail) {
            return false;
        }
        say(client, said);
        return true;
    }

    /** All lines of one answer. */
    private static String answer(BufferedReader from) throws IOException {
        var lines = new ArrayList<String>();
        var line = from.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            lines.add(line);
            line = from.readLine();
        }
        lines.add(line);
        return String.join("\r\n", lines);
    }

    private static void say(Socket to, String line) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }
}
