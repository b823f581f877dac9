/** Verifying the evidence from a command line. */
@org.springframework.modulith.NamedInterface("command")
package org.minyi.audit.command;
