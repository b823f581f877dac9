/** An invented city and its simulated SMS operator, in the embedded default only. Top floor. */
package org.minyi.demonstration;
