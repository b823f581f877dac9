/** What every interface over HTTP needs that is described in the settings: templates, and proofs of who speaks. */
package org.minyi.channel.http;
