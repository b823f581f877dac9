package org.minyi.channel.mail;

import java.time.Instant;

/**
 * How the letter box stands.
 *
 * @param readAt when it was last read; null when never
 * @param awaySince since when it cannot be read; null while it can
 * @param taken how many letters were taken in all
 */
record LetterBoxState(Instant readAt, Instant awaySince, long taken) {}
