/** Verifying the evidence from a command line. */
package org.minyi.audit.command;
