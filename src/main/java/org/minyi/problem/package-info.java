/** How a refusal is told to a program. Below all floors. */
package org.minyi.problem;
