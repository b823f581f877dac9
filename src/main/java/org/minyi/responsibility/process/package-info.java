/** The process responsibility: its names, and one delegate per service task. */
package org.minyi.responsibility.process;
