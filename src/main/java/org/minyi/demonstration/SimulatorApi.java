package org.minyi.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.minyi.citizen.Citizens;
import org.minyi.contact.Businesses;
import org.minyi.question.AnswerPages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The pocket phones and the operator's panel as JSON, so that a script can play a city. */
@RestController
@RequestMapping("/simulator/api")
@ConditionalOnProperty("minyi.simulator")
class SimulatorApi {

    private static final int LONGEST_TEXT = 500;

    private final SimulatedOperator operator;
    private final PhoneTables phones;
    private final Businesses businesses;
    private final Citizens citizens;
    private final WhoseTurn whoseTurn;
    private final AnswerPages pages;
    private final Clock clock;

    SimulatorApi(
            SimulatedOperator operator,
            PhoneTables phones,
            Businesses businesses,
            Citizens citizens,
            WhoseTurn whoseTurn,
            AnswerPages pages,
            Clock clock) {
        this.operator = operator;
        this.phones = phones;
        this.businesses = businesses;
        this.citizens = citizens;
        this.whoseTurn = whoseTurn;
        this.pages = pages;
        this.clock = clock;
    }

    record Phone(String name, String phone, int messages) {}

    /** Those written to lately first, then everybody of yesterday who has a mobile phone. */
    @GetMapping("/phones")
    List<Phone> phones() {
        var counts = new LinkedHashMap<>(phones.counts());
        var yesterday = new DayOfContacts(LocalDate.now(clock).minusDays(1), businesses.all());
        yesterday.mobiles().forEach(mobile -> counts.putIfAbsent(mobile, 0));
        var found = new ArrayList<Phone>(counts.size());
        counts.forEach((number, messages) -> found.add(new Phone(DayOfContacts.ownerOf(number), number, messages)));
        return found;
    }

    /**
     * A message of a phone.
     *
     * @param page where the question in it can be answered too; null where there is none
     */
    record Message(
            String id, String direction, String from, String to, String text, Instant at, String state, String page) {

        static Message of(PhoneMessage message, String page) {
            return new Message(
                    message.gatewayId(),
                    message.incoming() ? "IN" : "OUT",
                    message.incoming() ? message.phone() : message.service(),
                    message.incoming() ? message.service() : message.phone(),
                    message.text(),
                    message.at(),
                    message.state(),
                    page);
        }

        @Override
        public String toString() {
            return "Message[id=" + id + "]";
        }
    }

    @GetMapping("/messages")
    List<Message> messages(@RequestParam String phone) {
        return phones.thread(phone).stream()
                .map(message -> Message.of(message, page(message)))
                .toList();
    }

    private String page(PhoneMessage message) {
        return message.incoming()
                ? null
                : SimulatedOperator.smsOf(message.gatewayId())
                        .flatMap(pages::tokenOf)
                        .map(token -> "/a/" + token)
                        .orElse(null);
    }

    /** Who has to do what about whoever has this phone; nothing before the first message. */
    @GetMapping("/turns")
    List<WhoseTurn.Turn> turns(@RequestParam String phone, Locale reader) {
        if (phones.thread(phone).isEmpty()) {
            return List.of();
        }
        var line = citizens.lines(List.of(phone)).get(phone);
        return line == null ? List.of() : whoseTurn.about(citizens.onLine(line), reader);
    }

    record Written(String phone, String text, String to) {

        Written {
            if (phone == null || !phone.matches("\\d{5,15}")) {
                throw new IllegalArgumentException("phone is missing or not digits alone");
            }
            if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        "text is missing, or longer than %d characters".formatted(LONGEST_TEXT));
            }
        }

        @Override
        public String toString() {
            return "Written[to=" + to + "]";
        }
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Message write(@RequestBody Written written) {
        return Message.of(operator.write(written.phone(), written.text(), written.to()), null);
    }

    @GetMapping("/operator")
    OperatorMood mood() {
        return operator.mood();
    }

    @PutMapping("/operator")
    OperatorMood be(@RequestBody OperatorMood wanted) {
        operator.be(wanted);
        return wanted;
    }
}
