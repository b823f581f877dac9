/** The pages people look at: the dossier. Reads, decides nothing. Floor 7. */
package org.minyi.board;
