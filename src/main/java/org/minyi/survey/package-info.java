/** Who is asked about yesterday, and how the wave went. Floor 5. */
package org.minyi.survey;
