/** Who may see which matter: one predicate, and the database's own lock under it. Floor 7. */
package org.minyi.sight;
