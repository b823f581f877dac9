/** What is done again and again for as long as Minyi runs. Below all floors. */
package org.minyi.pulse;
