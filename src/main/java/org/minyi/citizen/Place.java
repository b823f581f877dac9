package org.minyi.citizen;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Where something sealed belongs. What was sealed for one column and row opens in no other. */
enum Place {
    LINE_NUMBER("citizen.line", "number"),
    PERSON_NAME("citizen.person", "name"),
    PERSON_ADDRESS("citizen.person", "address"),
    WORDS_TEXT("citizen.words", "text"),
    MAILBOX_ADDRESS("citizen.mailbox", "address"),
    ATTACHMENT_NAME("citizen.attachment", "name"),
    /** Up to ten megabytes each: few at a time are as much as two thousand of the others. */
    ATTACHMENT_CONTENT("citizen.attachment", "content", 2);

    final String table;
    final String name;
    /** How many are sealed anew in one go. */
    final int atOnce;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out
    private final byte[] column;

    Place(String table, String name) {
        this(table, name, 2_000);
    }

    Place(String table, String name, int atOnce) {
        this.table = table;
        this.name = name;
        this.atOnce = atOnce;
        this.column = Envelope.utf8(table + "." + name);
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
