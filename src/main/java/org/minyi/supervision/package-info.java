/** The ladder: what follows when a citizen is still dissatisfied. Floor 2. */
package org.minyi.supervision;
