/** Asking for more time, from the dossier. */
package org.minyi.extension.web;
