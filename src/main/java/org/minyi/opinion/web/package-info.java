/** Supervising a matter, from the dossier. */
package org.minyi.opinion.web;
