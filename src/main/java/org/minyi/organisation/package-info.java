/** Units on three levels, the people in them and their roles, and who may be offered what. Floor 0. */
package org.minyi.organisation;
