/** The process exchange-dead-letter: its names, who begins it, and its delegates. */
package org.minyi.exchange.process;
