package org.minyi.contact;

/** Somebody who watches a delivery being taken over. */
@FunctionalInterface
public interface Progress {

    /** Nobody watches. */
    Progress UNWATCHED = (rows, bytes, total) -> {};

    /** So many rows are through, and so many of the file's bytes were read. */
    void at(long rows, long bytes, long total);
}
