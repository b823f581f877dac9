/** Who is asked about yesterday, and how the wave went. Floor 7. */
package org.minyi.survey;
