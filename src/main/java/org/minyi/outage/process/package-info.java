/** The engine's jobs after an outage. */
package org.minyi.outage.process;
