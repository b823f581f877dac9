package org.minyi.citizen;

/**
 * What may be known of a file without opening it.
 *
 * @param size in bytes
 * @param forgotten whether there is nothing left to open
 */
public record AttachmentFacts(FileKind kind, int size, boolean forgotten) {}
