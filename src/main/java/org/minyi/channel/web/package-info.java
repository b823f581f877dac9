/** The links to operators and the letter box as a page and as JSON, for those who answer for them. */
package org.minyi.channel.web;
