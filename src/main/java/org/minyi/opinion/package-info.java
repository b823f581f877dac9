/** A leader supervises a matter, with an opinion that the unit must answer. Floor 8. */
package org.minyi.opinion;
