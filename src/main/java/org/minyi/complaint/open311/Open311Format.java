package org.minyi.complaint.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The two formats of GeoReport. Of XML the specification makes a duty, JSON is what everybody uses. */
enum Open311Format {
    JSON,
    XML;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** By the ending of the address; JSON where it has none. */
    static Open311Format of(HttpServletRequest request) {
        return request.getRequestURI().endsWith(".xml") ? XML : JSON;
    }

    ResponseEntity<String> many(String all, String each, List<Map<String, Object>> rows) {
        return answer(HttpStatus.OK, all, each, rows);
    }

    ResponseEntity<String> one(String name, Map<String, Object> facts) {
        return ResponseEntity.ok()
                .contentType(type())
                .body(this == JSON ? json(facts) : xml(writer -> element(writer, name, facts)));
    }

    ResponseEntity<String> answer(HttpStatus status, String all, String each, List<Map<String, Object>> rows) {
        return ResponseEntity.status(status)
                .contentType(type())
                .body(
                        this == JSON
                                ? json(rows)
                                : xml(writer -> {
                                    writer.writeStartElement(all);
                                    for (var row : rows) {
                                        element(writer, each, row);
                                    }
                                    writer.writeEndElement();
                                }));
    }

    private MediaType type() {
        return new MediaType(this == JSON ? MediaType.APPLICATION_JSON : MediaType.TEXT_XML, StandardCharsets.UTF_8);
    }

    private static String json(Object what) {
        try {
            return MAPPER.writeValueAsString(what);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Something written into a document. */
    @FunctionalInterface
    private interface Body {
        void into(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static String xml(Body body) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("utf-8", "1.0");
            body.into(writer);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter writer, String name, Object value) throws XMLStreamException {
        writer.writeStartElement(name);
        if (value instanceof Map<?, ?> facts) {
            for (var fact : facts.entrySet()) {
                element(writer, fact.getKey().toString(), fact.getValue());
            }
        } else if (value instanceof List<?> rows) {
            for (var row : rows) {
                element(writer, name.replaceFirst("s$", ""), row);
            }
        } else if (value != null) {
            writer.writeCharacters(value.toString());
        }
        writer.writeEndElement();
    }
}
