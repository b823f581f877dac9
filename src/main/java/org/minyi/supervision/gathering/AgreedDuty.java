package org.minyi.supervision.gathering;

import java.time.LocalDate;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/** What a unit has to do, and by which day. */
public record AgreedDuty(UnitCode unit, WordsId words, LocalDate day) {}
