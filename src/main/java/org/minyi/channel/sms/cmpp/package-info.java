/** SMS over CMPP 2.0 and 3.0, the protocol of the gateways of China Mobile that others speak as well. */
package org.minyi.channel.sms.cmpp;
