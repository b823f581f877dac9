package org.minyi.workorder;

import org.minyi.organisation.UnitCode;

/**
 * Whom a matter is about.
 *
 * @param unit null when nobody knows yet
 * @param officer login or badge; null when no officer is named
 */
public record Respondent(UnitCode unit, String officer) {}
