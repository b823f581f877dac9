/** The process leader-opinion: its names, who begins it, and what its tasks leave behind. */
package org.minyi.opinion.process;
