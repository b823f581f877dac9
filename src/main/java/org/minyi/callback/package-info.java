/** Return calls: speaking to the person. Floor 2. */
package org.minyi.callback;
