package org.minyi.audit;

/**
 * What evidence is kept of. A new deed is a new word here and nothing else; a word that was ever kept is never renamed,
 * for the chain holds it.
 */
public enum Deed {
    // What became of a matter
    MATTER_RAISED,
    STEP_DONE,
    ORDER_OPENED,
    CALL_ATTEMPTED,
    CALL_JUDGED,
    CALL_CONCLUDED,
    ANSWER_APPLIED,
    NOTICE_ISSUED,
    DEADLINE_FIXED,
    TASK_CLAIMED,
    TASK_COMPLETED,
    ANONYMISED,
    HOLD_SET,
    HOLD_LIFTED,
    // What became of a wave
    WAVE_PLANNED,
    WAVE_RELEASED,
    WAVE_WITHDRAWN,
    WAVE_STOPPED,
    WAVE_SENT,
    // Who saw what
    DOSSIER_READ,
    IDENTITY_SEEN,
    IDENTITY_ASKED,
    IDENTITY_GRANTED,
    IDENTITY_REFUSED,
    EXPORTED,
    HISTORY_READ,
    // Who changed how matters go
    MODEL_DEPLOYED,
    MODEL_DELETED,
    ENGINE_STEERED,
    RULE_CHANGED,
    CALENDAR_CHANGED,
    // Who may do what
    LOGGED_IN,
    LOGIN_REFUSED,
    LOGGED_OUT,
    SECOND_FACTOR_SET,
    PASSWORD_CHANGED,
    USER_CHANGED,
    ROLE_CHANGED,
    RIGHT_CHANGED,
    MEMBER_ENLISTED,
    MEMBER_MOVED,
    MEMBER_LEFT,
    CLIENT_KEY_ISSUED,
    CLIENT_KEY_REVOKED,
    KEYS_ROTATED,
    OPTED_OUT
}
