package org.minyi.opinion;

/** Whoever raised an opinion is content with the answer, or whoever looked at it for an exchange of the city is. */
public record OpinionSettled(Opinion opinion) {}
