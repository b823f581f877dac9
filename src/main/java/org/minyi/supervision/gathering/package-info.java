/** What people agree on around a table: interviews, joint meetings, and the duties that come of them. */
package org.minyi.supervision.gathering;
