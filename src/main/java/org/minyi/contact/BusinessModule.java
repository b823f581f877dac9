package org.minyi.contact;

/** One of the modules under which the police's businesses are counted. */
public record BusinessModule(String code, String name) {}
