package org.minyi.channel.mail;

/** Why something in the letter box is no citizen's letter. It is neither answered nor made a matter. */
public enum Aside {
    /** A machine wrote it: somebody is on leave, a form was filled in (RFC 3834). */
    AUTOMATIC,
    /** It went to many (RFC 2919), or says so. */
    LIST,
    /** A mail of ours came back, or a server says what became of one. */
    BOUNCE,
    /** It says it is from us. */
    OURS,
    TOO_LARGE,
    /** More parts, or deeper in each other, than any letter has. */
    TANGLED,
    /** It could not be read or kept, again and again. */
    UNREADABLE
}
