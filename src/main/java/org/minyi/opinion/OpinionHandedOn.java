package org.minyi.opinion;

import org.minyi.desk.MatterFacts;
import org.minyi.organisation.Desk;

/**
 * Another unit has to answer an opinion, for it has the matter now; heard by the process that sees to it.
 *
 * @param answering its desk
 */
public record OpinionHandedOn(Opinion opinion, MatterFacts matter, int round, Desk answering) {}
