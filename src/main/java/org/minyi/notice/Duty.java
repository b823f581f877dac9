package org.minyi.notice;

import java.time.Instant;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/** What a unit has to do, and until when: a line in a document's table. */
public record Duty(WordsId what, UnitCode unit, Instant due) {}
