package org.minyi.desk;

/** One line of a select in a form: what is read, and what is meant. */
public record Choice(String label, String value) {}
