package org.minyi.citizen;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Where something sealed belongs. What was sealed for one column and row opens in no other. */
enum Place {
    LINE_NUMBER("citizen.line.number"),
    PERSON_NAME("citizen.person.name"),
    PERSON_ADDRESS("citizen.person.address"),
    WORDS_TEXT("citizen.words.text");

    @SuppressWarnings("ImmutableEnumChecker") // never handed out
    private final byte[] column;

    Place(String column) {
        this.column = Envelope.utf8(column);
    }

    /** Names column, row and key. */
    byte[] of(UUID row, int keyId) {
        return ByteBuffer.allocate(column.length + 20)
                .put(column)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .putInt(keyId)
                .array();
    }
}
