/** The processes survey-wave and phone-question: their names, delegates and decision tables. */
package org.minyi.survey.process;
