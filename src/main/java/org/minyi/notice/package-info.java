/** Numbered official documents. Floor 3. */
package org.minyi.notice;
