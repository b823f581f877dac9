package org.minyi.workorder;

/** How somebody is asked whether it has been put right. */
public enum AskedHow {
    BY_SMS,
    /** On a landline, and after an opt-out. */
    BY_PHONE,
    /** Who wants no call back, or has left no number. The level above judges whether the order may close. */
    NOT_AT_ALL
}
