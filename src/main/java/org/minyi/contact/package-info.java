/** Contacts as source systems tell them. Floor 1. */
package org.minyi.contact;
