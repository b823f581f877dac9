/** How an official document looks: a drawing is filled in, set so that it fits on one page, and made a PDF. No rules. */
package org.minyi.notice.paper;
