package org.minyi.outage;

/** What the engine does by itself when its time comes. */
public interface Jobs {

    /** From now on; asked again, nothing happens. */
    void begin();
}
