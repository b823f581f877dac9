package org.minyi.channel.sms.cmpp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How both sides prove that they know the secret, without saying it (CMPP 3.0, 7.4.1). MD5 is the protocol's; the line
 * itself is to be one that nobody else reaches.
 */
final class Login {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("MMddHHmmss");

    private final CmppSettings settings;
    private final String timestamp;
    private final byte[] proof;

    Login(CmppSettings settings, LocalDateTime now) {
        this.settings = settings;
        this.timestamp = TIMESTAMP.format(now);
        this.proof = DigestUtils.md5(new Packet.Writer()
                .text(settings.account(), settings.account().length())
                .zeros(9)
                .bytes(secret())
                .text(timestamp, timestamp.length())
                .body());
    }

    byte[] request() {
        return new Packet.Writer()
                .text(settings.account(), 6)
                .bytes(proof)
                .octet(settings.version().code())
                .number(Long.parseLong(timestamp), 4)
                .body();
    }

    /** Nothing where we are let in; else why not, in a sentence. */
    String refusal(byte[] answer) {
        var in = new Packet.Reader(answer);
        var status = in.number(settings.version().resultLength());
        if (status != 0) {
            return "the login is refused, status %d (%s)".formatted(status, meaning(status));
        }
        return settings.checksOperator() && !isProof(in.bytes(16))
                ? "the gateway does not prove that it knows the secret"
                : "";
    }

    /** The status is one octet or four; some gateways count four in the old version too. */
    private boolean isProof(byte[] told) {
        return Stream.of(1, 4)
                .map(octets -> DigestUtils.md5(new Packet.Writer()
                        .number(0, octets)
                        .bytes(proof)
                        .bytes(secret())
                        .body()))
                .anyMatch(expected -> MessageDigest.isEqual(expected, told));
    }

    private static String meaning(long status) {
        return switch ((int) status) {
            case 1 -> "the packet is malformed";
            case 2 -> "the account or this machine's address is unknown";
            case 3 -> "the secret is wrong";
            case 4 -> "the version is too high";
            default -> "no reason given";
        };
    }

    private byte[] secret() {
        return settings.secret().getBytes(StandardCharsets.US_ASCII);
    }
}
