/** What Minyi does first when it was not at work for a while: replies before timers. Floor 4. */
package org.minyi.outage;
