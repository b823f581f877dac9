package org.minyi.channel.phone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An exchange that takes orders to dial over HTTP and does nothing about them. */
public final class OrderedCalls {

    private final List<String> orders = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int answer = 202;

    OrderedCalls() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/dial", exchange -> {
            try (exchange) {
                orders.add(exchange.getRequestHeaders().getFirst("X-Proof") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(answer, -1);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/dial";
    }

    /** Proof and body of each. */
    public List<String> orders() {
        return orders;
    }

    public void answers(int status) {
        answer = status;
    }
}
