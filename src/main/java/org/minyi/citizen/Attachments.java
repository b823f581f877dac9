package org.minyi.citizen;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people handed in with their words. Everything outside this room holds an {@link AttachmentId}. Whatever comes from
 * strangers is to be checked first (org.minyi.citizen.upload): what is kept here is given out as it is.
 */
@Service
public class Attachments {

    /** Of one file, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private final AttachmentTables tables;
    private final Clock clock;

    Attachments(AttachmentTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Keeps a file.
     *
     * @param person whoever handed it in; it is forgotten with them
     */
    @Transactional
    public AttachmentId keep(PersonId person, String fileName, FileKind kind, byte[] content) {
        Objects.requireNonNull(person, "person");
        if (content.length == 0 || content.length > LARGEST) {
            throw new IllegalArgumentException(
                    "a file has %d bytes; 1 to %d are kept".formatted(content.length, LARGEST));
        }
        var id = new AttachmentId(UuidCreator.getTimeOrderedEpoch());
        tables.insert(id, person, new Attachment(fileName, kind, content), clock.instant());
        return id;
    }

    /** The file itself; nothing when it is unknown or forgotten. Whoever shows it to somebody keeps that as evidence. */
    public Optional<Attachment> open(AttachmentId id) {
        return tables.open(id);
    }

    /** What may be known of files without opening them; an unknown id is left out. */
    public Map<AttachmentId, AttachmentFacts> facts(Collection<AttachmentId> ids) {
        return ids.isEmpty() ? Map.of() : tables.facts(ids);
    }
}
