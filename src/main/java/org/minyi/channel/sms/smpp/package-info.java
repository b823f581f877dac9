/** SMS over SMPP 3.4: links to operators and to their simulators. */
package org.minyi.channel.sms.smpp;
