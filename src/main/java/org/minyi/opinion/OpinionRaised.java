package org.minyi.opinion;

import org.minyi.complaint.Complaint;
import org.minyi.desk.MatterFacts;
import org.minyi.organisation.Desk;

/**
 * A unit has to answer an opinion; heard by the process that sees to it.
 *
 * @param answering the desk of the unit
 * @param leading the desk that raised it
 */
public record OpinionRaised(
        Opinion opinion, Complaint complaint, MatterFacts matter, int round, Desk answering, Desk leading) {}
