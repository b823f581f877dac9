package org.minyi.organisation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose telephone stands at which extension of the exchange. */
@Service
public class Extensions {

    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,10}");

    private final OrganisationTables tables;
    private final Evidence evidence;

    Extensions(OrganisationTables tables, Evidence evidence) {
        this.tables = tables;
        this.evidence = evidence;
    }

    public Optional<String> of(String userId) {
        return tables.extensionOf(userId);
    }

    /** Whoever sits at an extension. */
    public Optional<String> holder(String extension) {
        return tables.holderOf(extension);
    }

    /**
     * Says where somebody's telephone stands from now on.
     *
     * @param extension two to ten digits; null or empty when they have none any more
     * @param by who says so
     * @throws NotAnExtension for anything else, and for one that is somebody else's
     */
    @Transactional
    public void set(String userId, String extension, String by) {
        var none = extension == null || extension.isBlank();
        if (!none && !EXTENSION.matcher(extension.strip()).matches()) {
            throw new NotAnExtension("two to ten digits are expected");
        }
        tables.clearExtension(userId);
        if (!none && !tables.setExtension(userId, extension.strip())) {
            throw new NotAnExtension("this extension is somebody else's");
        }
        evidence.keep(Fact.of(Deed.MEMBER_EXTENSION_SET, by)
                .witness("user", userId)
                .with("extension", none ? "NONE" : "SET"));
    }

    @EventListener
    void on(MemberLeft left) {
        tables.clearExtension(left.member().userId());
    }
}
