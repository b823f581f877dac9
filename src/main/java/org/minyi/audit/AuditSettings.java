package org.minyi.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the chain is anchored.
 *
 * @param anchors the directory of the anchor files; nothing is anchored when not set
 * @param key with what their lines are signed; not set: a key of its own, made once, in {@code keyFile}
 * @param keyFile where the embedded default keeps that key
 */
@ConfigurationProperties("minyi.audit")
record AuditSettings(Path anchors, String key, Path keyFile) {

    AuditSettings {
        anchors = anchors == null || anchors.toString().isBlank() ? null : anchors;
        key = key == null || key.isBlank() ? null : key.strip();
        if (anchors != null
                && key == null
                && (keyFile == null || keyFile.toString().isBlank())) {
            throw new IllegalArgumentException(
                    "minyi.audit.anchors (%s) needs minyi.audit.key, with which its lines are signed"
                            .formatted(anchors));
        }
    }
}
