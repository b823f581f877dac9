package org.minyi.desk;

import java.util.Optional;

/** The form somebody has just opened, and the matter it belongs to. */
public interface OpenForm {

    /** A text among the matter's variables; nothing where a form begins a matter. */
    Optional<String> variable(String name);
}
