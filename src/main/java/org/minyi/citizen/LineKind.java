package org.minyi.citizen;

/** What kind of line a number is; only a mobile can be asked by SMS. */
public enum LineKind {
    MOBILE,
    LANDLINE,
    OTHER
}
