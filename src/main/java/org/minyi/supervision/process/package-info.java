/** The processes of supervision: their names, and one delegate per service task. */
package org.minyi.supervision.process;
