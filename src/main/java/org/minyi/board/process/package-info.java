/** Where the board asks the engine: who looks, and which tasks they may see. */
package org.minyi.board.process;
