package org.minyi.citizen;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hash by which a number or a name is found again: HMAC-SHA256, its first 128 bits. Without the key nobody can try
 * all eleven-digit numbers.
 */
final class LookupKey {

    private static final String MAC = "HmacSHA256";
    /** Half of it is as hard to forge and makes the index half as large (RFC 2104, section 5). */
    private static final int BYTES = 16;

    private static final byte[] NUMBER = Envelope.utf8("citizen.line.number");
    private static final byte[] MAIL = Envelope.utf8("citizen.mailbox.address");
    private static final byte[] NAME = Envelope.utf8("citizen.person.name");

    private final SecretKeySpec key;
    private final ThreadLocal<Mac> macs;

    LookupKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, MAC);
        this.macs = ThreadLocal.withInitial(this::mac);
    }

    byte[] number(String digits) {
        var mac = macs.get();
        mac.update(NUMBER);
        return Arrays.copyOf(mac.doFinal(Envelope.utf8(digits)), BYTES);
    }

    byte[] mail(String address) {
        var mac = macs.get();
        mac.update(MAIL);
        return Arrays.copyOf(mac.doFinal(Envelope.utf8(address)), BYTES);
    }

    byte[] name(UUID line, String name) {
        var mac = macs.get();
        mac.update(NAME);
        mac.update(ByteBuffer.allocate(16)
                .putLong(line.getMostSignificantBits())
                .putLong(line.getLeastSignificantBits())
                .array());
        return Arrays.copyOf(mac.doFinal(Envelope.utf8(name)), BYTES);
    }

    /** All 256 bits for whatever is neither a number nor a name; what is said for one purpose is never right for another. */
    byte[] secret(String purpose, String text) {
        var mac = macs.get();
        mac.update(Envelope.utf8(purpose));
        mac.update((byte) 0);
        return mac.doFinal(Envelope.utf8(text));
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", impossible);
        }
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "LookupKey[sealed]";
    }
}
