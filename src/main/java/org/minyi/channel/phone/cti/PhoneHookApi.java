package org.minyi.channel.phone.cti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.signature.SignedMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where exchanges tell of calls. What is answered with 200 is stored, and told again it changes nothing. */
@RestController
class PhoneHookApi {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneHookApi.class);
    private static final int LARGEST = 1 << 14;

    private final CtiExchanges exchanges;
    private final PhoneCalls calls;
    private final ObjectMapper json;

    PhoneHookApi(CtiExchanges exchanges, PhoneCalls calls, ObjectMapper json) {
        this.exchanges = exchanges;
        this.calls = calls;
        this.json = json;
    }

    @PostMapping("/hooks/phone/{exchange}")
    ResponseEntity<Void> hear(@PathVariable String exchange, HttpServletRequest request) throws IOException {
        var hook = exchanges.hook(exchange).orElse(null);
        var bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        var proof = new SignedMessages.Proof(
                request.getHeader(SignedMessages.ID),
                request.getHeader(SignedMessages.TIMESTAMP),
                request.getHeader(SignedMessages.SIGNATURE));
        if (hook == null || !hook.isGenuine(proof, bytes)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        try {
            var news = hook.read(json.readTree(bytes));
            if (news.isPresent()) {
                calls.tellOnce(proof.id(), news.get());
                return ResponseEntity.ok().build();
            }
        } catch (JsonProcessingException unreadable) {
            LOG.debug("{}: no JSON", exchange);
        }
        LOG.warn("{}: what the exchange tells cannot be read (docs/interfaces.md, Telephone)", exchange);
        return ResponseEntity.badRequest().build();
    }
}
