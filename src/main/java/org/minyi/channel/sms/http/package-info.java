/** SMS over a gateway's HTTP interface, whatever it looks like: it is described in the settings. */
package org.minyi.channel.sms.http;
