/** How the engine keeps passwords, which ones it takes, and how one is looked at. */
package org.minyi.desk.password;
