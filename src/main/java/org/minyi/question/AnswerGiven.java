package org.minyi.question;

import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;

/**
 * A question was answered, once and for all. Published in the transaction of the answer, for those answers that
 * somebody must act on: every answer about a work order, and about a contact the ones that are not good.
 *
 * @param words what was written after the digit; null when nothing was
 */
public record AnswerGiven(
        QuestionId question,
        Subject subject,
        UUID subjectId,
        int round,
        PersonId person,
        LineId line,
        Answer answer,
        WordsId words) {}
