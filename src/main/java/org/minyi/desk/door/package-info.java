/** The one way in: who is asked what before anything is shown. Decision record 0011. */
package org.minyi.desk.door;
