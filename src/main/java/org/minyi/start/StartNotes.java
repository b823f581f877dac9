package org.minyi.start;

import java.util.List;

/** What a room wants the person at the terminal to know once everything is up, for example who can log in. */
public interface StartNotes {

    List<String> lines();
}
