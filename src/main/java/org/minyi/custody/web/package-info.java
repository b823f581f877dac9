/** Asking, from the dossier; and who must not be forgotten, for the custodian. */
package org.minyi.custody.web;
