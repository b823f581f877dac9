package org.minyi.citizen;

/** What a data key is for. */
enum KeyPurpose {
    /** Seals and opens what names a person. */
    SEAL,
    /** Makes the hash by which a number or a name is found again. Never changed: hashes cannot be made anew. */
    LOOKUP
}
