/** Who asks the custodian for an identity, why, and for how long it is theirs; and who must not be forgotten. Floor 8. */
package org.minyi.custody;
