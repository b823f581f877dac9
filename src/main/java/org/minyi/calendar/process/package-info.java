/** Where the calendar asks the engine's decision tables. */
package org.minyi.calendar.process;
