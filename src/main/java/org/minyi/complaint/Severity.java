package org.minyi.complaint;

/** How grave a matter is; decides time limits and the ladder. */
public enum Severity {
    ORDINARY,
    SERIOUS,
    GRAVE
}
