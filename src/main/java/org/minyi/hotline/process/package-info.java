/** The processes hotline-call, police-hotline and ring-back: their names, who begins them, and their delegates. */
package org.minyi.hotline.process;
