package org.minyi.desk.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** A page of ours that needs no script: a file with names in braces, filled with words and escaped facts. */
final class LoginView {

    static final String TOLD = "<p class=\"told\" role=\"status\">{fact:told}</p>";
    static final String WRONG = "<p class=\"told wrong\" role=\"alert\">{fact:told}</p>";
    static final String PROVIDER = "<a class=\"provider\" href=\"/oauth2/authorization/city\">{word:provider}</a>";
    static final String SET_UP =
            """
            <p>{word:setUpLead}</p>
            <ol>
              <li>{word:setUpInstall}</li>
              <li>{word:setUpScan} {part:square}
                <a href="{fact:link}">{word:setUpLink}</a> {word:setUpSecret} <code class="secret">{fact:secret}</code></li>
              <li>{word:setUpCode}</li>
            </ol>
            """;

    private static final Pattern NAME = Pattern.compile("\\{(word|fact|part):([\\w.]+)}");

    private final String file;
    private final LoginWords words;
    private final Map<String, String> facts = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();

    LoginView(String file, LoginWords words) {
        this.file = file;
        this.words = words;
        facts.put("language", words.language());
    }

    LoginView fact(String name, String value) {
        facts.put(name, value);
        return this;
    }

    /** HTML of our own making, out of words and facts as well. */
    LoginView part(String name, String html) {
        parts.put(name, html);
        return this;
    }

    ResponseEntity<String> answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(filled(text(file)));
    }

    private String filled(String template) {
        return NAME.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String kind, String name) {
        return switch (kind) {
            case "word" -> HtmlUtils.htmlEscape(words.of(name), "UTF-8");
            case "fact" -> HtmlUtils.htmlEscape(facts.getOrDefault(name, ""), "UTF-8");
            default -> filled(parts.getOrDefault(name, ""));
        };
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("login/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
