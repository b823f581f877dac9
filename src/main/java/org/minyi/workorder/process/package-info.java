/** The process work-order: its names, and one delegate per service task. */
package org.minyi.workorder.process;
