package org.minyi.channel.sms.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.minyi.channel.http.Template;
import org.minyi.channel.sms.Hearing;
import org.minyi.channel.sms.LinkTerms;
import org.minyi.channel.sms.SmsOperator;

/** A link over which each message is one request; the gateway cuts long texts itself. */
final class HttpLink implements SmsOperator {

    private static final Set<String> NAMES = Set.of(
            "id", "number", "extension", "source", "text", "account", "secret", "timestamp", "time", "signature");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final int TOO_MANY = 429;

    private final String name;
    private final HttpSettings settings;
    private final Hearing hearing;
    private final ObjectMapper json;
    private final Clock clock;
    private final Template body;
    private final Template signed;
    private final Map<String, Template> headers = new HashMap<>();
    private final JsonPointer status;
    private final JsonPointer id;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpLink(String name, HttpSettings settings, Hearing hearing, ObjectMapper json, Clock clock) {
        this.name = name;
        this.settings = settings;
        this.hearing = hearing;
        this.json = json;
        this.clock = clock;
        this.body = new Template(settings.body(), NAMES);
        this.signed = new Template(settings.signed(), NAMES);
        settings.headers().forEach((header, value) -> headers.put(header, new Template(value, NAMES)));
        this.status = JsonPointer.compile(settings.answer().status());
        this.id = JsonPointer.compile(settings.answer().id());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<LinkTerms> terms() {
        return Optional.of(new LinkTerms(settings.lanes(), settings.window(), settings.ratePerSecond()));
    }

    @Override
    public int parts(String text) {
        return Math.max(1, (text.length() + settings.charactersPerPart() - 1) / settings.charactersPerPart());
    }

    @Override
    public List<Submission> submit(List<OutgoingSms> window) {
        var sent = window.stream()
                .map(sms ->
                        client.sendAsync(request(sms), BodyHandlers.ofString()).handle(this::submission))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private HttpRequest request(OutgoingSms sms) {
        var values = values(sms);
        var request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(settings.answerWithin())
                .header("Content-Type", settings.contentType())
                .POST(BodyPublishers.ofString(body.filled(values, Template.writtenAs(settings.contentType()))));
        headers.forEach((header, value) -> request.header(header, value.filled(values, UnaryOperator.identity())));
        return request.build();
    }

    private Map<String, String> values(OutgoingSms sms) {
        var now = ZonedDateTime.now(clock);
        var values = new HashMap<String, String>();
        values.put("id", sms.id().toString());
        values.put("number", sms.number());
        values.put("extension", sms.extension());
        values.put("source", settings.serviceNumber() + sms.extension());
        values.put("text", sms.text());
        values.put("account", settings.account());
        values.put("secret", settings.secret());
        values.put("timestamp", Long.toString(now.toEpochSecond()));
        values.put("time", TIME.format(now));
        values.put("signature", "");
        values.put(
                "signature",
                settings.signing()
                        .of(settings.secret(), signed.filled(values, UnaryOperator.identity()), settings.encoding()));
        return values;
    }

    private Submission submission(HttpResponse<String> response, Throwable failed) {
        if (failed != null) {
            return neverLeft(failed instanceof CompletionException wrapped ? wrapped.getCause() : failed)
                    ? new Submission.NotTaken()
                    : new Submission.Unanswered();
        }
        if (response.statusCode() == TOO_MANY) {
            return new Submission.NotTaken();
        }
        if (response.statusCode() >= 500) {
            return new Submission.Unanswered();
        }
        if (response.statusCode() >= 300) {
            return new Submission.Refused("HTTP " + response.statusCode());
        }
        return said(response.body());
    }

    private static boolean neverLeft(Throwable failed) {
        return failed instanceof ConnectException
                || failed instanceof HttpConnectTimeoutException
                || failed instanceof UnresolvedAddressException;
    }

    private Submission said(String answer) {
        try {
            var told = json.readTree(answer);
            var code = told.at(status).asText();
            var gatewayId = told.at(id).asText();
            if (settings.answer().later().contains(code)) {
                return new Submission.NotTaken();
            }
            if (!settings.answer().accepted().contains(code)) {
                return code.isEmpty() ? new Submission.Unanswered() : new Submission.Refused("gateway " + code);
            }
            // Taken, and without an id: its reports will not find it, but it is not sent again.
            return gatewayId.isEmpty()
                    ? new Submission.Unanswered()
                    : new Submission.Accepted(hearing.gatewayId(gatewayId));
        } catch (JsonProcessingException notUnderstood) {
            return new Submission.Unanswered();
        }
    }
}
