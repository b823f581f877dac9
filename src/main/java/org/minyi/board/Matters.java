package org.minyi.board;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.MatterSearch;
import org.minyi.opinion.Opinions;
import org.minyi.sight.Onlooker;
import org.minyi.workorder.WorkOrder;
import org.minyi.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The matters somebody may see without having a task in them: a leader those of the units below, the auditor all. */
@Service
public class Matters {

    static final int ON_A_PAGE = 30;

    private static final Pattern NUMBER = Pattern.compile("(?:(\\d{4})-)?(\\d{1,6})");

    private final Complaints complaints;
    private final WorkOrders orders;
    private final Faces faces;
    private final Onlooker onlooker;
    private final Opinions opinions;
    private final Clock clock;

    Matters(Complaints complaints, WorkOrders orders, Faces faces, Onlooker onlooker, Opinions opinions, Clock clock) {
        this.complaints = complaints;
        this.orders = orders;
        this.faces = faces;
        this.onlooker = onlooker;
        this.opinions = opinions;
        this.clock = clock;
    }

    /**
     * A matter in the list.
     *
     * @param unit that has it in hand; null while it is the centre's
     * @param supervised whether a leader waits for an answer about it
     */
    public record Row(
            UUID id,
            String number,
            String title,
            Instant openedAt,
            boolean open,
            String state,
            String severity,
            String unit,
            boolean supervised) {}

    /**
     * One page, latest first.
     *
     * @param number as typed: {@code 2026-000123}, or 123 for one of this year; empty for any, unreadable for none
     * @param before the last matter of the page before; null for the first
     */
    @Transactional
    public List<Row> page(String userId, String number, Boolean open, UUID before, Locale reader) {
        var wanted = whole(number);
        if (wanted.isEmpty() && !number.isBlank()) {
            return List.of();
        }
        var search = new MatterSearch(
                userId, wanted.orElse(null), open, before == null ? null : new ComplaintId(before), ON_A_PAGE);
        var wording = Wording.in(reader);
        return onlooker.as(userId, () -> {
            var page = complaints.page(search);
            var known = orders.ofComplaints(
                    page.stream().map(matter -> matter.id().value()).toList());
            var supervised = opinions.supervised(
                    page.stream().map(matter -> matter.id().value()).toList());
            return page.stream()
                    .map(matter -> row(
                            matter,
                            known.get(matter.id().value()),
                            supervised.contains(matter.id().value()),
                            wording))
                    .toList();
        });
    }

    private Row row(Complaint matter, WorkOrder order, boolean supervised, Wording wording) {
        return new Row(
                matter.id().value(),
                matter.number(),
                matter.title(),
                matter.raisedAt(),
                matter.isOpen(),
                Heads.state(matter, order, wording),
                wording.name("severity", matter.severity()),
                order != null && order.isOpen() ? faces.unitOf(order) : null,
                supervised);
    }

    /** The number as it is kept, or nothing when it is none. */
    private Optional<String> whole(String typed) {
        var read = NUMBER.matcher(typed.strip());
        if (!read.matches()) {
            return Optional.empty();
        }
        var year = read.group(1) == null ? Year.now(clock).toString() : read.group(1);
        return Optional.of("%s-%06d".formatted(year, Integer.parseInt(read.group(2))));
    }
}
