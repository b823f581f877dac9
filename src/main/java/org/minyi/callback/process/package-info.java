/** The process return-call: its names and its delegates. */
package org.minyi.callback.process;
