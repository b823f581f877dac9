/**
 * Whoever answers a hotline has the form before them at once; whoever gave up waiting is rung back; how the hotlines are
 * answered, in figures. Floor 7.
 */
package org.minyi.hotline;
