/** Sealed identities: who a citizen is, what they said, and who looked. Floor 0. */
package org.minyi.citizen;
