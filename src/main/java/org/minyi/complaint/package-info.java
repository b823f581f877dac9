/** A matter a person raised, from any channel: duplicates, triage, jurisdiction. Floor 4. */
package org.minyi.complaint;
