/** What every room with tables says to the driver in the same words. Below all floors. */
package org.minyi.sql;
