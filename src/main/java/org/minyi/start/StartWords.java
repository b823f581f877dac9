package org.minyi.start;

import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last thing an embedded start prints: where to look and who can log in. */
@Component
@ConditionalOnProperty("minyi.embedded-postgres")
class StartWords {

    private final Environment environment;
    private final ObjectProvider<StartNotes> notes;

    StartWords(Environment environment, ObjectProvider<StartNotes> notes) {
        this.environment = environment;
        this.notes = notes;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        System.out.println(words());
    }

    private String words() {
        var address = "http://localhost:" + environment.getProperty("local.server.port");
        var words = new StringBuilder("\nMinyi is ready.\n\n");
        line(words, "Tasklist", address + "/camunda/app/tasklist/default/");
        line(words, "Cockpit", address + "/camunda/app/cockpit/default/");
        if (environment.getProperty("minyi.simulator", Boolean.class, false)) {
            line(words, "Pocket phone", address + "/simulator");
            line(words, "Mailboxes", address + "/simulator/mail");
        }
        line(words, "REST", address + "/engine-rest");
        words.append(notes.orderedStream()
                .map(note ->
                        note.lines().stream().map(line -> "  " + line + "\n").collect(Collectors.joining("", "\n", "")))
                .collect(Collectors.joining()));
        return words.toString();
    }

    private static void line(StringBuilder words, String what, String address) {
        words.append("  %-14s%s\n".formatted(what, address));
    }
}
