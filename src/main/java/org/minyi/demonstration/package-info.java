/** An invented city, its simulated SMS operator, mail server and city hotline, in the embedded default only. Top floor. */
package org.minyi.demonstration;
