/** Numbered official documents. Floor 1. */
package org.minyi.notice;
