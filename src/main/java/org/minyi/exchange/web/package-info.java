/** Where exchanges say what they have to say. */
package org.minyi.exchange.web;
