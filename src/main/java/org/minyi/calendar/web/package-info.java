/** The calendar as a page and as JSON: everybody reads it, administrators import days. */
package org.minyi.calendar.web;
