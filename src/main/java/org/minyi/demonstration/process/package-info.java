/** Where the demonstration asks the engine: whose turn it is. */
package org.minyi.demonstration.process;
