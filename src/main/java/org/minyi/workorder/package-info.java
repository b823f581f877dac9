/** One matter a unit must put right, from dispatch to the citizen's answer. Floor 3. */
package org.minyi.workorder;
