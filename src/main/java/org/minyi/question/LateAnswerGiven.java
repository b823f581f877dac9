package org.minyi.question;

/**
 * A reply that is no answer any more, and not a good one: the question had closed unanswered, or the person takes a good
 * answer back while it is still open. It changes no figure of the wave, but a person who is unhappy must not be lost.
 */
public record LateAnswerGiven(AnswerGiven answer) {}
