/** Evidence: what was done, by whom, in a chain that shows every change and every gap. Below all floors but SQL. */
package org.minyi.audit;
