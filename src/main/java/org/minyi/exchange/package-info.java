/** Matters go back and forth between Minyi and the exchanges of the city: 12345, 12389 and 110. Floor 9. */
package org.minyi.exchange;
