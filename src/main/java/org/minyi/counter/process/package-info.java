/** The enquiry as the engine drives it. */
package org.minyi.counter.process;
