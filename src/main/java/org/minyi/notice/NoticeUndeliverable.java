package org.minyi.notice;

/** Its addressee did not get it by mail; heard by the process that sees to its service. */
public record NoticeUndeliverable(NoticeId notice) {}
