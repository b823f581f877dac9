package org.minyi.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The units' mailboxes and the mail server's panel as JSON. */
@RestController
@RequestMapping("/simulator/api")
@SimulatedMail
class MailboxApi {

    private final SimulatedPost post;
    private final MailboxTables mailboxes;
    private final Units units;
    private final WhoseTurn whoseTurn;

    MailboxApi(SimulatedPost post, MailboxTables mailboxes, Units units, WhoseTurn whoseTurn) {
        this.post = post;
        this.mailboxes = mailboxes;
        this.units = units;
        this.whoseTurn = whoseTurn;
    }

    /** @param mailbox null where the unit has none */
    record Mailbox(String unit, String name, String mailbox, int mails) {}

    /** Those written to lately first, then every unit. */
    @GetMapping("/mailboxes")
    List<Mailbox> mailboxes() {
        var counts = mailboxes.counts();
        var latest = List.copyOf(counts.keySet());
        return units.all().stream()
                .map(unit -> mailbox(unit, units.mail(unit.code()), counts::get))
                .sorted(Comparator.comparingInt(
                        one -> one.mails() == 0 ? Integer.MAX_VALUE : latest.indexOf(one.mailbox())))
                .toList();
    }

    private static Mailbox mailbox(Unit unit, Optional<String> address, Function<String, Integer> counts) {
        return new Mailbox(
                unit.code().value(),
                unit.name(),
                address.orElse(null),
                address.map(counts).orElse(0));
    }

    /** The latest first. */
    @GetMapping("/mails")
    List<KeptMail> mails(@RequestParam String mailbox) {
        return mailboxes.in(mailbox);
    }

    /** Shown in the browser, as the board shows documents. */
    @GetMapping("/mails/{id}/files/{place}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int place) {
        return mailboxes
                .file(id, place)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.type()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(file.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Who has to do what at this unit's desks. */
    @GetMapping("/desks")
    List<WhoseTurn.Turn> desks(@RequestParam String unit, Locale reader) {
        return units.find(new UnitCode(unit))
                .map(one -> whoseTurn.at(one, reader))
                .orElse(List.of());
    }

    record Post(PostMood mood) {

        Post {
            if (mood == null) {
                throw new IllegalArgumentException("mood is missing: one of %s is expected"
                        .formatted(Stream.of(PostMood.values()).toList()));
            }
        }
    }

    @GetMapping("/post")
    Post mood() {
        return new Post(post.mood());
    }

    @PutMapping("/post")
    Post be(@RequestBody Post wanted) {
        post.be(wanted.mood());
        return wanted;
    }
}
