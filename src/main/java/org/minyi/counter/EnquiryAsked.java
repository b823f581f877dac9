package org.minyi.counter;

import org.minyi.complaint.Complaint;

/** Somebody has asked about their matter; heard by the process that brings it to the case steward. */
public record EnquiryAsked(EnquiryId enquiry, Complaint matter) {}
