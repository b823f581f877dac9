package org.minyi.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.notice.paper.Values;
import org.minyi.organisation.CentreSettings;
import org.springframework.stereotype.Component;

/** Gathers what stands in a document. Words lose what tells whom the matter is from before they are put anywhere. */
@Component
class Contents {

    private final NoticeTables tables;
    private final DeliveryTables deliveries;
    private final WordsBook book;
    private final Citizens citizens;
    private final ChineseNames names;
    private final CentreSettings centre;
    private final Clock clock;

    Contents(
            NoticeTables tables,
            DeliveryTables deliveries,
            WordsBook book,
            Citizens citizens,
            ChineseNames names,
            CentreSettings centre,
            Clock clock) {
        this.tables = tables;
        this.deliveries = deliveries;
        this.book = book;
        this.citizens = citizens;
        this.names = names;
        this.centre = centre;
        this.clock = clock;
    }

    Values of(Notice notice) {
        var matter = tables.matterOf(notice.id());
        var words = tables.wordsOf(notice.id());
        var duties = tables.dutiesOf(notice.id());
        var ids = new ArrayList<>(words.values());
        duties.forEach(duty -> ids.add(duty.what()));
        var read = book.read(ids);
        UnaryOperator<String> hidden = citizens.withoutTraceOf(matter.person(), centre.hotline());
        var writing = new Writing(names, clock.getZone());
        return new Content(
                writing,
                new Head(notice, matter, copies(notice), names.centre()),
                tables.factsOf(notice.id()),
                words.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> shown(one.getValue(), read, hidden))),
                duties.stream()
                        .map(duty -> new Content.Line(duty, shown(duty.what(), read, hidden)))
                        .toList());
    }

    private List<String> copies(Notice notice) {
        return deliveries.of(notice.id()).stream()
                .filter(one -> one.part() == Delivery.Part.COPY)
                .map(one -> names.unit(one.unit()))
                .toList();
    }

    /** What was said is forgotten with whoever it is about; the document says so instead. */
    private static String shown(WordsId id, Map<WordsId, String> read, UnaryOperator<String> hidden) {
        return read.containsKey(id) ? hidden.apply(read.get(id)) : Texts.of("words.forgotten");
    }
}
