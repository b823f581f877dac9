/** Open311 GeoReport v2, so that other cities' tools can hand matters in and ask how they stand. */
package org.minyi.complaint.open311;
