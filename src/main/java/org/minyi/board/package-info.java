/** The pages people look at: the dossier. Reads, decides nothing. Floor 10. */
package org.minyi.board;
