package org.minyi.channel.sms.smpp;

import java.io.IOException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** TLS to a host that proves its name. */
final class TlsConnections implements ConnectionFactory {

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        var socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(host, port);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new SocketConnection(socket);
    }
}
