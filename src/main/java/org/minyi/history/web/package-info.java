/** History as JSON and as files, for whoever may read it. Nothing here changes anything. */
package org.minyi.history.web;
