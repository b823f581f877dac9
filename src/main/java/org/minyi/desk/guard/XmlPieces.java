package org.minyi.desk.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes an XML file apart without following anything it names: no DOCTYPE, no entity, no schema, no style sheet. */
final class XmlPieces {

    private static final int DEEPEST = 60;
    private static final int MOST = 50_000;

    private XmlPieces() {}

    static List<Piece> of(byte[] file) throws SAXException {
        var collector = new Collector();
        try {
            var parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setXIncludeAware(false);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = parsers.newSAXParser();
            parser.parse(new InputSource(new ByteArrayInputStream(file)), collector);
        } catch (ParserConfigurationException | IOException impossible) {
            throw new SAXException(impossible);
        }
        return collector.pieces;
    }

    /** An element that is not closed yet. */
    private static final class Open {

        private final Piece.Name name;
        private final List<Piece.Attribute> attributes;
        private final int line;
        private final String step;
        private final StringBuilder text = new StringBuilder();

        Open(Piece.Name name, List<Piece.Attribute> attributes, int line, String step) {
            this.name = name;
            this.attributes = attributes;
            this.line = line;
            this.step = step;
        }
    }

    private static final class Collector extends DefaultHandler {

        private final Deque<Open> open = new ArrayDeque<>();
        private final List<Piece> pieces = new ArrayList<>();
        private Locator where;

        @Override
        public void setDocumentLocator(Locator locator) {
            where = locator;
        }

        @Override
        public void startElement(String namespace, String word, String written, Attributes attributes)
                throws SAXException {
            if (open.size() >= DEEPEST || pieces.size() >= MOST) {
                throw new SAXParseException("too many elements, or too many within one another", where);
            }
            var name = new Piece.Name(namespace, word);
            var own = new ArrayList<Piece.Attribute>();
            for (int i = 0; i < attributes.getLength(); i++) {
                own.add(new Piece.Attribute(
                        new Piece.Name(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i)));
            }
            open.push(new Open(name, own, where.getLineNumber(), step(word, attributes)));
        }

        private String step(String word, Attributes attributes) {
            var called = attributes.getValue("name") == null ? attributes.getValue("id") : attributes.getValue("name");
            if (called != null) {
                var plain = called.replaceAll("\\s+", " ");
                return "%s '%s'".formatted(word, plain.length() > 60 ? plain.substring(0, 59) + "…" : plain);
            }
            return open.isEmpty() ? "" : open.peek().step;
        }

        @Override
        public void characters(char[] all, int from, int length) {
            if (!open.isEmpty()) {
                open.peek().text.append(all, from, length);
            }
        }

        @Override
        public void endElement(String namespace, String word, String written) {
            var done = open.pop();
            var within = open.isEmpty() ? "" : open.peek().name.word();
            pieces.add(new Piece(done.name, done.attributes, done.text.toString(), done.line, within, done.step));
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            throw new SAXParseException(
                    "a model has no instructions for other programs: <?%s?>".formatted(target), where);
        }

        @Override
        public void error(SAXParseException broken) throws SAXException {
            throw broken;
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
            throw broken;
        }
    }
}
