package org.minyi.board;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minyi.notice.Deliveries;
import org.minyi.notice.Delivery;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.springframework.stereotype.Component;

/** The official documents of the matter, each with how its service stands. */
@Component
class LetterStory implements Story {

    private final Notices notices;
    private final Deliveries deliveries;
    private final Faces faces;
    private final Clock clock;

    LetterStory(Notices notices, Deliveries deliveries, Faces faces, Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.faces = faces;
        this.clock = clock;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        return notices.of(about.id()).stream().map(this::told).toList();
    }

    private Told told(Notice notice) {
        var key = "letter." + notice.kind().name() + "." + notice.reason();
        var all = deliveries.of(notice.id());
        var letter = Told.of(
                        notice.issuedAt(),
                        Told.Kind.LETTER,
                        key,
                        String.valueOf(notice.year()),
                        String.valueOf(notice.number()))
                .in(notice.unit())
                .round(notice.round())
                .document(notice.id().value())
                .saying(standing(all));
        return addressee(all).map(Delivery::words).map(letter::words).orElse(letter);
    }

    private List<Told.Saying> standing(List<Delivery> all) {
        var sayings = new ArrayList<Told.Saying>();
        addressee(all).map(this::standing).ifPresent(sayings::add);
        var copies = all.stream()
                .filter(one -> one.part() == Delivery.Part.COPY)
                .collect(groupingBy(Delivery::state, counting()));
        if (!copies.isEmpty()) {
            sayings.add(new Told.Saying(
                    "service.copies",
                    List.of(
                            copies.values().stream().mapToLong(Long::longValue).sum(),
                            copies.getOrDefault(Delivery.State.SENT, 0L),
                            copies.getOrDefault(Delivery.State.UNDELIVERABLE, 0L))));
        }
        return sayings;
    }

    private Told.Saying standing(Delivery delivery) {
        var key = "service." + delivery.state();
        return switch (delivery.state()) {
            case TO_SEND -> new Told.Saying(key, List.of());
            case SENT -> new Told.Saying(key, List.of(day(delivery.sentAt())));
            case UNDELIVERABLE ->
                delivery.mail() == null
                        ? new Told.Saying(key + ".NO_MAILBOX", List.of())
                        : new Told.Saying(key, List.of(day(delivery.failedAt()), delivery.failure()));
            case SERVED ->
                new Told.Saying(
                        key + "." + delivery.how(),
                        List.of(
                                faces.nameOf(delivery.servedBy()),
                                delivery.servedOn() == null
                                        ? day(delivery.servedAt())
                                        : delivery.servedOn().toString()));
        };
    }

    private static Optional<Delivery> addressee(List<Delivery> all) {
        return all.stream().filter(one -> one.part() == Delivery.Part.ADDRESSEE).findFirst();
    }

    private String day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate().toString();
    }
}
