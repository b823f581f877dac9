/** Who asks the custodian for an identity, why, and for how long it is theirs; and who must not be forgotten. Floor 6. */
package org.minyi.custody;
