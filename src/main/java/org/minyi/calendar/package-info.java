/** When there is work, in versions; and deadlines: computed once, kept with the rule they came from. Floor 1. */
package org.minyi.calendar;
