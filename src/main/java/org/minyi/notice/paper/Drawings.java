package org.minyi.notice.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The drawings as they lie in {@code notices/}: one frame for all, and what each kind has in it. */
final class Drawings {

    private static final String FOLDER = "/notices/";
    private static final String FRAME = "frame";
    private static final String HOLE = "body-of-the-kind";

    private Drawings() {}

    /** The frame with the drawing in it, and letters of this size. */
    static Document of(String name, double points) {
        var page = read(FRAME);
        var body = (Element) page.getElementsByTagName("body").item(0);
        body.setAttribute("style", "font-size: " + points + "pt");
        var style = (Element) page.getElementsByTagName("style").item(0);
        style.setTextContent(text("notice.css"));
        var hole = element(page, HOLE);
        var drawing = page.importNode(read(name).getDocumentElement(), true);
        hole.getParentNode().replaceChild(drawing, hole);
        return page;
    }

    private static Element element(Document page, String id) {
        var all = page.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(at -> (Element) all.item(at))
                .filter(one -> one.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Document read(String name) {
        try (var stream = resource(name + ".xhtml")) {
            return reader().parse(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SAXException broken) {
            throw new IllegalStateException("the drawing %s cannot be read".formatted(name), broken);
        }
    }

    /** Ours alone are read; nothing in them leads anywhere all the same. */
    private static DocumentBuilder reader() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(String file) {
        try (var stream = resource(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String file) {
        return Drawings.class.getResourceAsStream(FOLDER + file);
    }
}
