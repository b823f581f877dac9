package org.minyi.channel.sms.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where gateways tell of reports and replies. What is answered with 200 is stored. */
@RestController
class HookApi {

    private static final Logger LOG = LoggerFactory.getLogger(HookApi.class);
    private static final int LARGEST = 1 << 20;

    private final ObjectProvider<HttpLinks> links;
    private final ObjectMapper json;

    HookApi(ObjectProvider<HttpLinks> links, ObjectMapper json) {
        this.links = links;
        this.json = json;
    }

    @PostMapping("/hooks/sms/{link}")
    ResponseEntity<String> hear(@PathVariable String link, HttpServletRequest request) throws IOException {
        var hooks = links.getIfAvailable();
        var hook = hooks == null ? null : hooks.hook(link).orElse(null);
        var bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        var body = new String(bytes, StandardCharsets.UTF_8);
        if (hook == null
                || !hook.isGenuine(
                        request.getHeader(hook.proofHeader()), request.getHeader(hook.timestampHeader()), body)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        try {
            hook.hear(read(request.getContentType(), body));
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(hook.answer());
        } catch (JsonProcessingException unreadable) {
            LOG.warn("{}: what the gateway tells is not JSON", link);
            return ResponseEntity.badRequest().build();
        }
    }

    private JsonNode read(String type, String body) throws JsonProcessingException {
        if (type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return json.readTree(body);
        }
        var form = json.createObjectNode();
        for (var field : body.split("&", -1)) {
            var equals = field.indexOf('=');
            if (equals > 0) {
                form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
