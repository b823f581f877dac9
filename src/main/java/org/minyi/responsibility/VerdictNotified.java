package org.minyi.responsibility;

import org.minyi.notice.NewNotice;

/** A respondent has to be told of a verdict; heard by the process that does. */
public record VerdictNotified(Responsibility responsibility, NewNotice.Matter matter) {}
