package org.minyi.organisation;

/** Somebody works here no more. */
public record MemberLeft(Member member) {}
