package org.minyi.desk.guard;

import java.nio.charset.StandardCharsets;

/**
 * One attack by a file that somebody hands in.
 *
 * @param name told apart by it in reports; {@code drawing/listener-start/class-for-name}
 */
record Attack(String name, String file, String content) {

    /** Would take the machine's memory or time instead of its secrets: refused at the door, never let loose in a test. */
    boolean isEndless() {
        return name.contains("endless");
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
