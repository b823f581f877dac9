package org.minyi.contact;

import java.util.ArrayList;
import java.util.List;

/** Some lines of a delivery, checked: the good ones, and why the others are not. */
final class Chunk {

    private final List<NewContact> contacts = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private int rejected;
    private long bytes;

    void add(NewContact contact) {
        contacts.add(contact);
    }

    void reject(RawContact raw) {
        rejected++;
        rejects.addAll(raw.faults());
    }

    int lines() {
        return contacts.size() + rejected;
    }

    List<NewContact> contacts() {
        return contacts;
    }

    List<Reject> rejects() {
        return rejects;
    }

    int rejected() {
        return rejected;
    }

    /** How far the file was read when this chunk was full. */
    void readUpTo(long position) {
        bytes = position;
    }

    long bytes() {
        return bytes;
    }
}
