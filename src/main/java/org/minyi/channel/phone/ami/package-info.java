/** Asterisk, over its manager interface (AMI). */
package org.minyi.channel.phone.ami;
