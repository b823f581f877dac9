package org.minyi.notice;

/** A document was issued, in this transaction; heard by the process that sees to its service. */
public record NoticeIssued(Notice notice, NewNotice.Matter matter) {}
