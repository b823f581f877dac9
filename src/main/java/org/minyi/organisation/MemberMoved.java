package org.minyi.organisation;

/** Somebody works in another unit, or with other roles, from now on. */
public record MemberMoved(Member before, Member now) {}
