/** The processes hotline-call and police-hotline: their names, who begins them, and their delegates. */
package org.minyi.hotline.process;
