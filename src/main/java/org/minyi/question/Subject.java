package org.minyi.question;

/** What a question is about. */
public enum Subject {
    /** How a dealing with the police went. */
    CONTACT,
    /** Whether what went wrong has been put right. */
    WORK_ORDER
}
