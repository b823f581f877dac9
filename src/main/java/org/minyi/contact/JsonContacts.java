package org.minyi.contact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Contacts as one JSON array of objects, or as objects one after another. */
final class JsonContacts implements ContactReader {

    private static final JsonFactory JSON = new JsonFactory().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    private static final int UNKNOWN_LISTED = 100;

    private final Reader text;
    private final long firstLine;
    private final Set<String> unknown = new LinkedHashSet<>();

    JsonContacts(Reader text, long firstLine) {
        this.text = text;
        this.firstLine = firstLine;
    }

    @Override
    public List<String> unknownColumns() {
        return new ArrayList<>(unknown);
    }

    @Override
    public void each(Consumer<RawContact> receiver) throws IOException {
        try (var json = JSON.createParser(text)) {
            try {
                read(json, receiver);
            } catch (JsonEOFException cut) {
                throw refused("The JSON breaks off in line %d: the file seems cut off; nothing was taken over.", cut);
            } catch (JsonProcessingException bad) {
                throw refused("The JSON is not well-formed in line %d; nothing was taken over.", bad);
            }
        }
    }

    private void read(JsonParser json, Consumer<RawContact> receiver) throws IOException {
        var first = json.nextToken();
        if (first == null) {
            throw RefusedDelivery.unreadable("The file is empty; a JSON array of contacts is expected.");
        }
        if (first == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                receiver.accept(record(json));
            }
            if (json.nextToken() != null) {
                throw RefusedDelivery.unreadable("Something follows the JSON array in line %d; nothing was taken over."
                        .formatted(json.currentTokenLocation().getLineNr()));
            }
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            throw RefusedDelivery.unreadable("The JSON is no array of contacts.");
        }
        for (var token = first; token != null; token = json.nextToken()) {
            receiver.accept(record(json));
        }
    }

    private RawContact record(JsonParser json) throws IOException {
        var raw = new RawContact(firstLine - 1 + json.currentTokenLocation().getLineNr());
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            raw.fault("record", null, "a JSON object");
            return raw;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var label = json.currentName();
            json.nextToken();
            var column = Column.called(label);
            if (column.isPresent()) {
                value(json, column.get(), raw);
            } else {
                json.skipChildren();
                if (unknown.size() < UNKNOWN_LISTED) {
                    unknown.add(ContactCheck.shortened(label));
                }
            }
        }
        return raw;
    }

    private static void value(JsonParser json, Column column, RawContact raw) throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            raw.fault(column.label(), null, "one value, no list or object");
        } else {
            raw.put(column, json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText());
        }
    }

    /** The library's own words may repeat the file's content, so only the line is told. */
    private static RefusedDelivery refused(String sentence, JsonProcessingException cause) {
        var location = cause.getLocation();
        return RefusedDelivery.unreadable(sentence.formatted(location == null ? 1 : location.getLineNr()));
    }
}
