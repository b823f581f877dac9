package org.minyi.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A message centre in a process of its own that takes whatever it is given, answers at once and says nothing else. */
final class BareCentre {

    private static final int ANSWER = 0x80000000;
    private static final int BIND = 0x00000009;
    private static final int SUBMIT = 0x00000004;
    private static final int UNBIND = 0x00000006;
    private static final AtomicLong TAKEN = new AtomicLong();

    private BareCentre() {}

    public static void main(String[] arguments) throws IOException {
        try (var door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            System.out.println(door.getLocalPort());
            while (true) {
                var socket = door.accept();
                new Thread(() -> serve(socket)).start();
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            while (true) {
                var length = in.readInt();
                var command = in.readInt();
                in.readInt();
                var sequence = in.readInt();
                in.readNBytes(length - 16);
                var body =
                        switch (command) {
                            case BIND -> "bare\0";
                            case SUBMIT -> Long.toHexString(TAKEN.incrementAndGet()) + "\0";
                            default -> "";
                        };
                out.writeInt(16 + body.length());
                out.writeInt(command | ANSWER);
                out.writeInt(0);
                out.writeInt(sequence);
                out.write(body.getBytes(StandardCharsets.US_ASCII));
                // While more is waiting to be read, more will be answered.
                if (in.available() == 0) {
                    out.flush();
                }
                if (command == UNBIND) {
                    return;
                }
            }
        } catch (EOFException gone) {
            // whoever spoke is done
        } catch (IOException broken) {
            System.err.println(broken);
        }
    }
}
