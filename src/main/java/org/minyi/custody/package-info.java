/** Who asks the custodian for an identity, why, and for how long it is theirs. Floor 6. */
package org.minyi.custody;
