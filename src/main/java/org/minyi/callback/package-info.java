/** Return calls: speaking to the person. Floor 3. */
package org.minyi.callback;
