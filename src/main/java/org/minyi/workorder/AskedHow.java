package org.minyi.workorder;

/** How somebody is asked whether it has been put right. */
public enum AskedHow {
    BY_SMS,
    /** Without a mobile line, and after an opt-out. */
    BY_PHONE,
    /** Who has said that they want no call back. The level above judges whether the order may close. */
    NOT_AT_ALL
}
