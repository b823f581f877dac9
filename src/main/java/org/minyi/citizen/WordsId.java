package org.minyi.citizen;

import java.util.UUID;

/** Stands for somebody's words wherever the words must not stand. */
public record WordsId(UUID value) {

    public static WordsId of(String text) {
        return new WordsId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
