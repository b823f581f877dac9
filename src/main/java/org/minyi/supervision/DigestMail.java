package org.minyi.supervision;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minyi.channel.mail.MailDraft;
import org.minyi.channel.mail.MailOutbox;
import org.minyi.desk.StepNames;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.Unit;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Component;

/** A digest as a mail, in the unit's two languages. It names steps and numbers of matters, and nobody. */
@Component
class DigestMail {

    private static final List<ResourceBundle> LANGUAGES = Stream.of(Locale.CHINESE, Locale.ROOT)
            .map(language -> ResourceBundle.getBundle("messages/supervision", language))
            .toList();

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final MailOutbox outbox;
    private final Units units;
    private final CentreSettings centre;
    private final Clock clock;

    DigestMail(MailOutbox outbox, Units units, CentreSettings centre, Clock clock) {
        this.outbox = outbox;
        this.units = units;
        this.centre = centre;
        this.clock = clock;
    }

    /** To the unit, with a copy to the level above. A unit without a mailbox reads it on its desk alone. */
    void send(Digest digest) {
        var line = units.lineUp(digest.unit());
        units.mail(digest.unit())
                .ifPresent(mailbox -> outbox.put(List.of(new MailDraft(
                        digest.mail(),
                        List.of(mailbox),
                        line.stream()
                                .skip(1)
                                .limit(1)
                                .flatMap(above -> units.mail(above.code()).stream())
                                .toList(),
                        said("digest.subject", digest, line),
                        text(digest, line)))));
    }

    private String said(String key, Digest digest, List<Unit> line) {
        return LANGUAGES.stream()
                .map(language -> say(
                        language,
                        key,
                        digest.lines().size(),
                        late(digest),
                        line.isEmpty() ? digest.unit().value() : line.get(0).name(),
                        digest.day().toString()))
                .collect(Collectors.joining(" / "));
    }

    private String text(Digest digest, List<Unit> line) {
        return LANGUAGES.stream()
                .map(language -> Stream.of(
                                Stream.of(say(
                                        language,
                                        "digest.lead",
                                        line.isEmpty() ? "" : line.get(0).name(),
                                        digest.lines().size(),
                                        late(digest))),
                                digest.lines().stream().map(one -> told(language, one)),
                                Stream.of(say(language, "digest.end", centre.name())))
                        .flatMap(parts -> parts)
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private String told(ResourceBundle language, Digest.Line line) {
        var desk = line.deadline().desk();
        return say(
                language,
                "digest." + line.level(),
                desk.number() == null ? "–" : desk.number(),
                StepNames.in(desk.name(), language.getLocale()),
                WRITTEN.format(line.deadline().due().atZone(clock.getZone())));
    }

    private static long late(Digest digest) {
        return digest.lines().stream()
                .filter(line -> line.level() == ReminderLevel.OVERDUE)
                .count();
    }

    private static String say(ResourceBundle language, String key, Object... facts) {
        return new MessageFormat(language.getString(key), language.getLocale()).format(facts);
    }
}
