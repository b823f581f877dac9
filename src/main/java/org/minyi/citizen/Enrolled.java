package org.minyi.citizen;

/**
 * The ids under which a person is known from now on.
 *
 * @param line null when no phone was told
 * @param kind null when no phone was told
 */
public record Enrolled(PersonId person, LineId line, LineKind kind) {}
