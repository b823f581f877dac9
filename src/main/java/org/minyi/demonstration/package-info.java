/** An invented city, its simulated SMS operator and its simulated mail server, in the embedded default only. Top floor. */
package org.minyi.demonstration;
