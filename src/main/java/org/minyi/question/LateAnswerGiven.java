package org.minyi.question;

/**
 * A reply came after the question had closed unanswered, and it is not a good one. It changes no figure of the wave,
 * but a person who is still unhappy must not be lost.
 */
public record LateAnswerGiven(AnswerGiven answer) {}
