package org.minyi.citizen;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what names a person. A sealed value is a byte for its form, four for the key's id, the nonce, the text and its
 * tag: 33 bytes more than the text.
 */
final class DataKey {

    private static final byte FORM = 1;
    private static final int HEAD = 5;

    private final int id;
    private final SecretKey key;

    DataKey(int id, byte[] bytes) {
        this.id = id;
        this.key = new SecretKeySpec(bytes, "AES");
    }

    int id() {
        return id;
    }

    /** As it stands in what it sealed. */
    byte[] idBytes() {
        return ByteBuffer.allocate(4).putInt(id).array();
    }

    /** Null stays null. */
    byte[] seal(Place place, UUID row, String text) {
        return text == null ? null : sealBytes(place, row, Envelope.utf8(text));
    }

    byte[] sealBytes(Place place, UUID row, byte[] content) {
        var sealed = Envelope.encrypt(key, place.of(row, id), content, HEAD);
        sealed[0] = FORM;
        ByteBuffer.wrap(sealed).putInt(1, id);
        return sealed;
    }

    /** What is inside, or nothing when the value was sealed for another place, under another key, or was changed. */
    Optional<byte[]> open(Place place, UUID row, byte[] sealed) {
        return Envelope.decrypt(key, place.of(row, id), sealed, HEAD);
    }

    /** Under which key a value was sealed. */
    static int idOf(byte[] sealed) {
        if (sealed.length < HEAD || sealed[0] != FORM) {
            throw new IllegalStateException("a sealed value has an unknown form");
        }
        return ByteBuffer.wrap(sealed).getInt(1);
    }

    /** Shows nothing but the id. */
    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
