/** A matter a person raised, from any channel: duplicates, triage, jurisdiction. Floor 6. */
package org.minyi.complaint;
