/** What strangers hand in, looked at before it is kept: told by its content, drawn anew or refused. */
@org.springframework.modulith.NamedInterface("upload")
package org.minyi.citizen.upload;
