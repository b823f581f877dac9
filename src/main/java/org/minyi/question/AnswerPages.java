package org.minyi.question;

import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.IdCipher;
import org.minyi.organisation.CentreSettings;
import org.springframework.stereotype.Service;

/**
 * The page on which a question can be answered: its address, and the question behind an address. The token in it opens
 * one question and nothing else; it is good until the question closes, and for one answer.
 */
@Service
public class AnswerPages {

    private static final String PURPOSE = "question.answer";

    private final IdCipher cipher;
    private final QuestionTables tables;
    private final CentreSettings centre;

    AnswerPages(IdCipher cipher, QuestionTables tables, CentreSettings centre) {
        this.cipher = cipher;
        this.tables = tables;
        this.centre = centre;
    }

    public String token(QuestionId question) {
        return cipher.token(PURPOSE, question.value());
    }

    /** What the text of an SMS carries; nothing where the city shows its citizens no pages. */
    String address(QuestionId question) {
        return centre.address().isBlank() ? "" : centre.address() + "/a/" + token(question);
    }

    /** The token for the question that this SMS put; nothing for any other SMS. */
    public Optional<String> tokenOf(UUID sms) {
        return tables.find(new QuestionId(sms)).map(Question::id).map(this::token);
    }

    /** The question behind a token; nothing for one that was made up. */
    public Optional<Question> behind(String token) {
        return cipher.id(PURPOSE, token).flatMap(id -> tables.find(new QuestionId(id)));
    }
}
