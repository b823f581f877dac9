package org.minyi.contact;

/**
 * One kind of dealing with the police.
 *
 * @param module code of the module it is counted under
 */
public record Business(String code, String module, String name) {}
