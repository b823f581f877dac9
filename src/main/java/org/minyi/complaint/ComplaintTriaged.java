package org.minyi.complaint;

/** Triage decided whose matter it is; the matter as it stands now. */
public record ComplaintTriaged(Complaint complaint) {}
