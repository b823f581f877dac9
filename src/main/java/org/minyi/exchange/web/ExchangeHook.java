package org.minyi.exchange.web;

import static org.minyi.problem.Problems.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.minyi.exchange.Intake;
import org.minyi.signature.SignedMessages;
import org.minyi.signature.SignedMessages.Proof;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where exchanges say what they have to say. What is answered with 200 is stored. */
@RestController
class ExchangeHook {

    private static final int LARGEST = 64 * 1024;

    private final Intake intake;

    ExchangeHook(Intake intake) {
        this.intake = intake;
    }

    /** Read as bytes, for the bytes are what is signed. */
    @PostMapping("/hooks/exchange/{peer}")
    ResponseEntity<?> hear(@PathVariable String peer, HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return refused(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "A message has at most 65536 bytes.");
        }
        if (!isJson(request.getContentType())) {
            return refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-message",
                    "The Content-Type is not application/json.");
        }
        var proof = new Proof(
                request.getHeader(SignedMessages.ID),
                request.getHeader(SignedMessages.TIMESTAMP),
                request.getHeader(SignedMessages.SIGNATURE));
        return answer(intake.take(peer, proof, bytes));
    }

    private static boolean isJson(String type) {
        return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static ResponseEntity<?> answer(Intake.Answer answer) {
        return switch (answer.taken()) {
            case STORED -> ResponseEntity.ok(Map.of("state", "stored"));
            case KNOWN -> ResponseEntity.ok(Map.of("state", "known"));
            case NOT_GENUINE ->
                refused(HttpStatus.UNAUTHORIZED, "not-genuine", "The message does not prove who it is from, now.");
            case UNREADABLE -> refused(HttpStatus.BAD_REQUEST, "unreadable-message", "The body is not JSON in UTF-8.");
            case FAULTY -> faulty(answer);
            case CONTRADICTION ->
                refused(
                        HttpStatus.CONFLICT,
                        "contradiction",
                        "Another message came under this id, or has this sequence in this matter.");
        };
    }

    private static ResponseEntity<?> faulty(Intake.Answer answer) {
        var problem = problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "bad-message",
                "The message was not taken: %d field(s) are not as expected."
                        .formatted(answer.faults().size()));
        problem.setProperty("faults", answer.faults());
        return ResponseEntity.of(problem).build();
    }

    private static ResponseEntity<?> refused(HttpStatus status, String code, String sentence) {
        return ResponseEntity.of(problem(status, code, sentence)).build();
    }
}
