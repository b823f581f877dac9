package org.minyi.exchange;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.RaisedMatter;
import org.springframework.stereotype.Component;

/**
 * What the peer says to a return. Where it does not take the matter back, somebody triages it anew: it is taken in a second
 * time, with what the peer's people wrote under what the person said.
 */
@Component
class ReturnJudged implements Hearer {

    private static final Set<String> VERDICTS = Set.of("UPHELD", "REFUSED");

    private final Complaints complaints;
    private final LinkTables links;
    private final WordsBook book;

    ReturnJudged(Complaints complaints, LinkTables links, WordsBook book) {
        this.complaints = complaints;
        this.links = links;
        this.book = book;
    }

    @Override
    public Set<MessageKind> hears() {
        return Set.of(MessageKind.RETURN_VERDICT);
    }

    @Override
    public Heard hear(Received received) {
        var verdict = received.envelope().text("verdict").orElse("");
        if (!VERDICTS.contains(verdict)) {
            return new Heard.Refused("NO_SUCH_VERDICT");
        }
        var matter = received.matter();
        if (verdict.equals("UPHELD") || matter.isOpen()) {
            return new Heard.Done();
        }
        var again = new MatterLink(
                received.link().peer(),
                received.link().reference(),
                null,
                null,
                false,
                received.link().returns() + 1,
                received.link().nextIn());
        var id = complaints.raise(raised(matter, again.ownReference(), words(matter, received.words())));
        links.begin(again, id, again.returns());
        return new Heard.Done();
    }

    private static RaisedMatter raised(Complaint before, String reference, WordsId words) {
        return new RaisedMatter(
                before.channel(),
                reference,
                before.kind(),
                before.contact(),
                before.person(),
                before.line(),
                words,
                before.business(),
                before.told().unit(),
                before.told().officer(),
                before.channel().code());
    }

    private WordsId words(Complaint matter, WordsId peers) {
        var ids = Stream.of(matter.words(), peers).filter(id -> id != null).toList();
        var texts = book.read(ids);
        return book.keep(
                matter.person(),
                List.copyOf(ids).stream()
                        .map(texts::get)
                        .filter(text -> text != null)
                        .collect(Collectors.joining("\n\n")));
    }
}
