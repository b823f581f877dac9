/** The ladder: what follows when a citizen is still dissatisfied. Floor 4. */
package org.minyi.supervision;
