package org.minyi.channel.phone.cti;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.minyi.channel.http.Template;
import org.minyi.channel.phone.ExchangeAway;
import org.minyi.channel.phone.PhoneExchange;

/** An exchange that is asked to dial by one request, and tells of calls by requests of its own. */
final class CtiExchange implements PhoneExchange {

    private static final Set<String> NAMES =
            Set.of("id", "extension", "number", "account", "secret", "timestamp", "signature");

    private final String name;
    private final CtiSettings settings;
    private final Clock clock;
    private final Template body;
    private final Template signed;
    private final Map<String, Template> headers = new HashMap<>();
    private final HttpClient client;

    CtiExchange(String name, CtiSettings settings, Clock clock) {
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        this.body = new Template(settings.body(), NAMES);
        this.signed = new Template(settings.signed(), NAMES);
        settings.headers().forEach((header, value) -> headers.put(header, new Template(value, NAMES)));
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.answerWithin())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    /** There is no line to it: that it is there shows when it is asked. */
    @Override
    public boolean isUp() {
        return !settings.url().isEmpty();
    }

    @Override
    public void dial(String extension, String number, UUID call) {
        var values = values(extension, number, call);
        var request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(settings.answerWithin())
                .header("Content-Type", settings.contentType())
                .POST(BodyPublishers.ofString(body.filled(values, Template.writtenAs(settings.contentType()))));
        headers.forEach((header, value) -> request.header(header, value.filled(values, UnaryOperator.identity())));
        try {
            var status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status < 200 || status >= 300) {
                throw new ExchangeAway("the exchange answered HTTP " + status);
            }
        } catch (IOException away) {
            throw new ExchangeAway("the exchange does not answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExchangeAway("Minyi is stopping");
        }
    }

    private Map<String, String> values(String extension, String number, UUID call) {
        var values = new HashMap<String, String>();
        values.put("id", call.toString());
        values.put("extension", extension);
        values.put("number", settings.numberPrefix() + number.replace("+", "00"));
        values.put("account", settings.account());
        values.put("secret", settings.secret());
        values.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        values.put("signature", "");
        values.put(
                "signature",
                settings.signing()
                        .of(settings.secret(), signed.filled(values, UnaryOperator.identity()), settings.encoding()));
        return values;
    }
}
