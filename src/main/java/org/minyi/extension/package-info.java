/** More time for a step, an extension or a pause: asked by the unit that has it, decided by the level above. Floor 4. */
package org.minyi.extension;
