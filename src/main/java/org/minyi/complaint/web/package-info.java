/** Matters over HTTP. */
package org.minyi.complaint.web;
