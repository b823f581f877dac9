/** Whoever answers a hotline has the form before them at once; how the hotlines are answered, in figures. Floor 7. */
package org.minyi.hotline;
