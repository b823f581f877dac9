/** The citizens' counter on the web: file a matter, ask how it stands, answer a question. Floor 8. */
package org.minyi.counter;
