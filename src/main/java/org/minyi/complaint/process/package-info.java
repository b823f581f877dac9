/** The process complaint: its names and its delegates. */
package org.minyi.complaint.process;
