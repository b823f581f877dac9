/** Transport to and from citizens; no rules. Floor 1. */
package org.minyi.channel;
