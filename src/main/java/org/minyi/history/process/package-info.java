/** Where history asks the engine: how the drawings and tables looked that an instance went by. */
package org.minyi.history.process;
