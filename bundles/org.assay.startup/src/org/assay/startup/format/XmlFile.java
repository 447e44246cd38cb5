package org.assay.startup.format;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.assay.startup.text.Limits;
import org.assay.startup.text.CodePage;
import org.assay.startup.text.TextFile;

/**
 * Reads a small XML file into memory. A document type is refused, so there are no entities and nothing outside the file is ever looked at;
 * depth and number of elements are bounded.
 */
public final class XmlFile {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENT_COUNT = 50_000;

    private XmlFile() {
    }

    /** What was read: an element, or the reason why there is none. */
    sealed interface Outcome {

        record Read(XmlElement root) implements Outcome {
        }

        record Unread(String problem) implements Outcome {
        }
    }

    private record Open(String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text) {

        XmlElement closed() {
            return new XmlElement(name, attributes, children, Limits.cut(text.toString()).strip());
        }
    }

    /** Reads {@code content}. Never throws. */
    static Outcome read(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            return read(factory.createXMLStreamReader(new StringReader(text(content))));
        } catch (XMLStreamException e) {
            return new Outcome.Unread("not well-formed XML, line " + e.getLocation().getLineNumber());
        } catch (RuntimeException e) {
            // the platform's parser answers some damage with an exception of its own instead of XMLStreamException
            return new Outcome.Unread("not well-formed XML (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Outcome read(XMLStreamReader xml) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        int count = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > MAX_ELEMENT_COUNT || open.size() >= MAX_DEPTH) {
                        return new Outcome.Unread("this XML has more than " + MAX_ELEMENT_COUNT
                                + " elements or is nested deeper than " + MAX_DEPTH);
                    }
                    open.push(new Open(xml.getLocalName(), attributes(xml), new ArrayList<>(), new StringBuilder()));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty() && open.peek().text().length() < Limits.MAX_TEXT_LENGTH) {
                        open.peek().text().append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement closed = open.pop().closed();
                    if (open.isEmpty()) {
                        return new Outcome.Read(closed);
                    }
                    open.peek().children().add(closed);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return new Outcome.Unread("this XML declares a document type or uses entities of its own, which are not read");
                }
                default -> {
                }
            }
        }
        return new Outcome.Unread("this XML has no element");
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            attributes.putIfAbsent(xml.getAttributeLocalName(at), Limits.cut(xml.getAttributeValue(at)));
        }
        return attributes;
    }

    /** UTF-16 with or without a byte order mark, else UTF-8, which is XML's own default. */
    private static String text(byte[] content) {
        boolean marked = content.length > 1 && (content[0] & 0xff) >= 0xef && ((content[0] ^ content[1]) & 0xff) != 0;
        String text = marked ? TextFile.windows(content, CodePage.GUESSED)
                : content.length > 1 && content[0] == '<' && content[1] == 0 ? new String(content, StandardCharsets.UTF_16LE)
                : new String(content, StandardCharsets.UTF_8);
        return text.strip();
    }
}
