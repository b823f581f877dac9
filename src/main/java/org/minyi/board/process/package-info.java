/** Where the board asks the engine: which tasks somebody may see. */
package org.minyi.board.process;
