/** Who answers for what: verdicts, objections whose effects wait, and accountability. Floor 4. */
package org.minyi.responsibility;
