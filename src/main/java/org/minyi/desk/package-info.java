/** Tasklist as the desk: the engine's settings, the models as delivered, filters, logins, what is sealed at the form's door. Floor 2. */
package org.minyi.desk;
