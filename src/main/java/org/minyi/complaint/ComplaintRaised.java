package org.minyi.complaint;

/** A matter was raised and needs its process. */
public record ComplaintRaised(ComplaintId complaint, Channel channel) {}
