package org.minyi.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Contacts as JSON objects, one a line: a line that cannot be read is rejected alone. */
final class JsonLineContacts implements ContactReader {

    private final BufferedReader text;
    private final boolean lastLineFinished;
    private final Set<String> unknown = new LinkedHashSet<>();

    JsonLineContacts(Reader text, boolean lastLineFinished) {
        this.text = new BufferedReader(text);
        this.lastLineFinished = lastLineFinished;
    }

    @Override
    public List<String> unknownColumns() {
        return new ArrayList<>(unknown);
    }

    @Override
    public void each(Consumer<RawContact> receiver) throws IOException {
        long number = 0;
        var line = text.readLine();
        if (line == null) {
            throw RefusedDelivery.unreadable("The file is empty; one JSON object a line is expected.");
        }
        while (line != null) {
            number++;
            var next = text.readLine();
            if (!line.isBlank()) {
                receiver.accept(contact(line, number, next == null));
            }
            line = next;
        }
    }

    private RawContact contact(String line, long number, boolean last) throws IOException {
        var found = new ArrayList<RawContact>(1);
        var json = new JsonContacts(new StringReader(line), number);
        try {
            json.each(found::add);
        } catch (RefusedDelivery broken) {
            if (last && !lastLineFinished) {
                throw RefusedDelivery.unreadable(
                        "The file breaks off in line %d; nothing was taken over.".formatted(number));
            }
            found.clear();
        }
        unknown.addAll(json.unknownColumns());
        return found.size() == 1 ? found.get(0) : notAnObject(number);
    }

    private static RawContact notAnObject(long number) {
        var raw = new RawContact(number);
        raw.fault("record", null, "one JSON object");
        return raw;
    }
}
