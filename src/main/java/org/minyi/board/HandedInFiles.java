package org.minyi.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.Attachment;
import org.minyi.citizen.AttachmentFacts;
import org.minyi.citizen.AttachmentId;
import org.minyi.citizen.Attachments;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.sight.Onlooker;
import org.minyi.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people handed in, for whoever sees the matter and may learn whom it is from: a picture cannot be shown without
 * whoever is in it. First the predicates say whether, then the database shows it or does not. Every opening is evidence.
 */
@Service
public class HandedInFiles {

    private static final int KILO = 1024;

    private final Complaints complaints;
    private final Attachments attachments;
    private final Sights sights;
    private final Onlooker onlooker;
    private final Evidence evidence;

    HandedInFiles(Complaints complaints, Attachments attachments, Sights sights, Onlooker onlooker, Evidence evidence) {
        this.complaints = complaints;
        this.attachments = attachments;
        this.sights = sights;
        this.onlooker = onlooker;
        this.evidence = evidence;
    }

    /** The file; nothing where there is none, none any more, or none for this person: nobody learns which. */
    @Transactional
    public Optional<Attachment> open(String user, AttachmentId id) {
        return complaints
                .handedInWith(id)
                .filter(matter -> isFor(user, matter))
                .filter(matter ->
                        onlooker.as(user, () -> complaints.handedInWith(id)).isPresent())
                .flatMap(matter -> attachments.open(id).map(file -> {
                    evidence.keep(Fact.of(Deed.DOSSIER_READ, user)
                            .about(matter.value())
                            .with("file", id));
                    return file;
                }));
    }

    private boolean isFor(String user, ComplaintId matter) {
        return sights.sees(user, matter.value()) && sights.knowsWho(user, matter.value());
    }

    /** How they stand in a dossier; what was forgotten cannot be opened and is not offered. */
    List<Dossier.File> shown(List<AttachmentId> ids, Wording wording) {
        var facts = attachments.facts(ids);
        var shown = new ArrayList<Dossier.File>();
        for (var id : ids) {
            var one = facts.get(id);
            if (one != null && !one.forgotten()) {
                shown.add(new Dossier.File(id.value(), title(shown.size() + 1, one, wording)));
            }
        }
        return shown;
    }

    private static String title(int place, AttachmentFacts file, Wording wording) {
        return wording.of("file", place, file.kind().name(), (file.size() + KILO - 1) / KILO);
    }
}
