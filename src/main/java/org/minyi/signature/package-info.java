/** How programs prove over HTTP that a message comes from who it says, and says so now. Below all floors. */
package org.minyi.signature;
