package org.minyi.question;

import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.WordsId;

/**
 * A reply that no machine can read: words without a digit, or a digit that fits several open questions. A person has
 * to ask.
 *
 * @param question the one it belongs to; null when that is what is unclear
 * @param words null when nothing but a digit was written
 */
public record UnclearReplyReceived(UUID reply, LineId line, Question question, WordsId words) {}
