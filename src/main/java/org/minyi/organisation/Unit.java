package org.minyi.organisation;

/**
 * A unit of the police.
 *
 * @param parent the unit above; null for the centre alone
 */
public record Unit(UnitCode code, String name, Level level, UnitCode parent) {}
