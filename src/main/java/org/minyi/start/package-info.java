/** How Minyi starts on one machine: embedded PostgreSQL, its recovery, and clear words when it cannot. Ground floor. */
package org.minyi.start;
