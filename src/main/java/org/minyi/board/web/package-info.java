/** The dossier as JSON, for whoever is logged in at the desk. */
package org.minyi.board.web;
