package org.minyi.citizen;

import org.minyi.start.StartRefused;

/** The identities stay shut: without the right master key nothing is read and nothing is written. */
class WrongMasterKey extends StartRefused {

    WrongMasterKey() {
        super(
                "The master key does not open the identities in this database; MINYI_MASTER_KEY (for the embedded database:"
                        + " master.key in the data directory) must hold the key with which they were sealed.");
    }

    WrongMasterKey(String sentence) {
        super(sentence);
    }
}
