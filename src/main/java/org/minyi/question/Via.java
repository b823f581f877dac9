package org.minyi.question;

/** The way an answer came in, kept with it and in the evidence. */
enum Via {
    SMS,
    PHONE,
    /** On the page of the question, behind its token. */
    WEB
}
