/** The pages people look at: the dossier. Reads, decides nothing. Floor 9. */
package org.minyi.board;
