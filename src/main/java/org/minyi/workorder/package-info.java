/** One matter a unit must put right, from dispatch to the citizen's answer. Floor 5. */
package org.minyi.workorder;
