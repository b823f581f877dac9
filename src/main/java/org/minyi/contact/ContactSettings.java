package org.minyi.contact;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How contacts come in.
 *
 * @param maxSize the largest file taken at once
 * @param folder where files are picked up; none when not set
 * @param folderEvery how often the folder is looked at
 */
@ConfigurationProperties("minyi.contacts")
public record ContactSettings(
        @DefaultValue("512MB") DataSize maxSize, Path folder, @DefaultValue("2s") Duration folderEvery) {

    public ContactSettings {
        // An empty setting switches the folder off; Path would take it for the working directory.
        folder = folder == null || folder.toString().isBlank() ? null : folder;
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "minyi.contacts.max-size (%s) must be more than nothing, for example 512MB".formatted(maxSize));
        }
        if (folderEvery.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "minyi.contacts.folder-every (%s) must be more than nothing, for example 2s"
                            .formatted(folderEvery));
        }
    }
}
