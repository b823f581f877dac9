/** {@code minyi import}: a file handed over from the command line, without a server of its own. */
@NamedInterface("command")
package org.minyi.contact.command;

import org.springframework.modulith.NamedInterface;
