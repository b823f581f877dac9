/** Asking, from the dossier. */
package org.minyi.custody.web;
