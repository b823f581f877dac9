package org.minyi.channel.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An Asterisk as its manager interface looks from outside, written from the protocol: a line of greeting, actions and
 * events as lines of "Name: value" with an empty line behind, login by MD5 over a challenge.
 */
public final class ScriptedAsterisk implements AutoCloseable {

    private static final String USER = "minyi";

    private final BlockingQueue<Map<String, String>> dialled = new LinkedBlockingQueue<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> channels = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile ServerSocket door;
    private volatile Socket line;
    private volatile String password = "out-of-the-vault";
    private volatile String toDialling = "Success";
    private volatile boolean silent;

    public ScriptedAsterisk() {
        try {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            port = door.getLocalPort();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        begin(this::admit);
    }

    public int port() {
        return port;
    }

    public void wants(String other) {
        password = other;
    }

    public void answersDialling(String with) {
        toDialling = with;
    }

    public void isSilent(boolean now) {
        silent = now;
    }

    /** The channels that there are, as linked ids. */
    public void hasCalls(String... linked) {
        channels.clear();
        for (var one : linked) {
            channels.add(Map.of("Uniqueid", one, "Linkedid", one, "Channel", "PJSIP/8001-00000001"));
        }
    }

    /** Which actions came, in turn. */
    public List<String> seen() {
        return seen;
    }

    /** What it was asked to dial next. */
    public Map<String, String> dialled() throws InterruptedException {
        return dialled.poll(10, TimeUnit.SECONDS);
    }

    public boolean wasAskedToDial() {
        return !dialled.isEmpty();
    }

    public boolean isConnected() {
        return line != null && !line.isClosed() && seen.contains("CoreShowChannels");
    }

    /** The line breaks in the middle of anything. */
    public void cut() {
        try {
            seen.clear();
            line.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public void goesAway() {
        try {
            door.close();
            cut();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public void comesBack() {
        try {
            door = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        begin(this::admit);
    }

    /** Tells an event; names and values in turn. */
    public void tells(String event, String... fields) {
        var told = new LinkedHashMap<String, String>();
        told.put("Event", event);
        told.put("Privilege", "call,all");
        for (var at = 0; at < fields.length; at += 2) {
            told.put(fields[at], fields[at + 1]);
        }
        say(line, told);
    }

    private void begin(Runnable work) {
        var thread = new Thread(work, "scripted-asterisk");
        thread.setDaemon(true);
        thread.start();
    }

    private void admit() {
        var mine = door;
        while (!mine.isClosed()) {
            try {
                var socket = mine.accept();
                begin(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write("Asterisk Call Manager/9.0.0\r\n".getBytes(StandardCharsets.UTF_8));
            var challenge = Long.toString(System.nanoTime());
            for (var action = read(in); action != null; action = read(in)) {
                seen.add(action.get("Action"));
                if (!silent) {
                    answer(socket, action, challenge);
                }
            }
        } catch (IOException gone) {
            // As it goes.
        }
    }

    private static Map<String, String> read(BufferedReader in) throws IOException {
        // The protocol does not tell Action from action.
        var action = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var next = in.readLine(); next != null; next = in.readLine()) {
            if (next.isEmpty() && !action.isEmpty()) {
                return action;
            }
            var colon = next.indexOf(':');
            if (colon > 0) {
                action.put(next.substring(0, colon), next.substring(colon + 1).strip());
            }
        }
        return null;
    }

    private void answer(Socket socket, Map<String, String> action, String challenge) {
        switch (action.get("Action")) {
            case "Challenge" -> reply(socket, action, "Success", "Challenge", challenge);
            case "Login" -> login(socket, action, challenge);
            case "CoreShowChannels" -> {
                reply(socket, action, "Success", "EventList", "start");
                channels.forEach(channel -> {
                    var told = new LinkedHashMap<String, String>();
                    told.put("Event", "CoreShowChannel");
                    told.put("ActionID", action.get("ActionID"));
                    told.putAll(channel);
                    say(socket, told);
                });
                say(
                        socket,
                        new LinkedHashMap<>(Map.of(
                                "Event",
                                "CoreShowChannelsComplete",
                                "ActionID",
                                action.get("ActionID"),
                                "EventList",
                                "Complete",
                                "ListItems",
                                "" + channels.size())));
            }
            case "Originate" -> {
                dialled.add(action);
                reply(socket, action, toDialling, "Message", "Originate successfully queued");
            }
            case "Command" -> reply(socket, action, "Success", "Output", "Asterisk 20.9.2");
            default -> reply(socket, action, "Success", "Message", "ok");
        }
    }

    private void login(Socket socket, Map<String, String> action, String challenge) {
        if (USER.equals(action.get("Username")) && md5(challenge + password).equalsIgnoreCase(action.get("Key"))) {
            line = socket;
            reply(socket, action, "Success", "Message", "Authentication accepted");
            tells("FullyBooted", "Status", "Fully Booted");
        } else {
            reply(socket, action, "Error", "Message", "Authentication failed");
        }
    }

    private static void reply(Socket socket, Map<String, String> action, String response, String name, String value) {
        var told = new LinkedHashMap<String, String>();
        told.put("Response", response);
        told.put("ActionID", action.get("ActionID"));
        told.put(name, value);
        say(socket, told);
    }

    private static void say(Socket socket, Map<String, String> told) {
        var text = new StringBuilder();
        told.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        try {
            synchronized (socket) {
                socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            if (line != null) {
                line.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
