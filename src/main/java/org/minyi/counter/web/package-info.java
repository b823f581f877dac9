/** The pages that citizens see: HTML alone, no script, no cookie. */
package org.minyi.counter.web;
