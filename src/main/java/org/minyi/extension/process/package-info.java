/** The process extension: its names, one delegate per service task, and the table it is decided by. */
package org.minyi.extension.process;
