/** Other exchanges, through whatever speaks for them over HTTP (CTI): it is described in the settings. */
package org.minyi.channel.phone.cti;
