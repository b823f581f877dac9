package org.minyi.demonstration;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.minyi.channel.mail.Aside;
import org.minyi.channel.mail.LetterDesk;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Letters to the centre without any mail server: written here, and taken as if they had come out of the letter box. */
@RestController
@RequestMapping("/simulator/api")
@SimulatedMail
class LettersApi {

    private static final int LONGEST = 20_000;

    private final LetterDesk desk;
    private final Clock clock;

    LettersApi(LetterDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** As somebody writes it. */
    record Written(String from, String subject, String text) {

        Written {
            if (from == null || !from.matches("[A-Za-z0-9._+-]{1,60}@[A-Za-z0-9.-]{1,100}")) {
                throw new IllegalArgumentException("from is no address: something like wang@mail.example is expected");
            }
            if (subject == null || text == null || text.isBlank() || subject.length() + text.length() > LONGEST) {
                throw new IllegalArgumentException("a letter has a subject, and a text of 1 to 20000 characters");
            }
        }

        /** Shows nothing. */
        @Override
        public String toString() {
            return "Written[sealed]";
        }
    }

    /** @param aside why it was set aside; left out when it became a matter */
    record Taken(Aside aside) {}

    @PostMapping("/letters")
    @ResponseStatus(HttpStatus.CREATED)
    Taken write(@RequestBody Written written) {
        return new Taken(desk.take(bytes(written)).orElse(null));
    }

    private byte[] bytes(Written written) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress(written.from()));
            message.setSubject(written.subject(), StandardCharsets.UTF_8.name());
            message.setText(written.text(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.saveChanges();
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("a letter could not be put together", impossible);
        }
    }
}
