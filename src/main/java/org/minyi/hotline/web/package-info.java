/** The hotline as a page and as JSON: figures, one's own extension, and the call that is on one's line. */
package org.minyi.hotline.web;
