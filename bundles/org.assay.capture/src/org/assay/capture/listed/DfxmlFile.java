package org.assay.capture.listed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.assay.model.item.FileKind;
import org.assay.model.text.FileName;

/** Digital Forensics XML, as fiwalk, hashdeep -d and others write it: a {@code fileobject} a file. What is unallocated is left out. */
public final class DfxmlFile implements ListFormat {

    private static final int MAX_TEXT_LENGTH = 1 << 16;
    private static final String OBJECT = "fileobject";

    @Override
    public void read(InputStream in, ListedFiles files) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(OBJECT)) {
                    object(facts(xml), files);
                }
            }
        } catch (XMLStreamException e) {
            files.problem("it is not well-formed XML from line " + e.getLocation().getLineNumber() + " on, and was not read further");
        }
    }

    /** The texts of the elements in a {@code fileobject}, the digests by their types; of several of a name the first. */
    private static Map<String, String> facts(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> facts = new HashMap<>();
        String name = "";
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    String type = xml.getAttributeValue(null, "type");
                    name = xml.getLocalName().equals("hashdigest") ? "hash " + type : xml.getLocalName();
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < MAX_TEXT_LENGTH) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (!name.isEmpty()) {
                        facts.putIfAbsent(name, text.toString().strip());
                    }
                    name = "";
                }
                default -> {
                    // Comments and the like.
                }
            }
        }
        return facts;
    }

    private static void object(Map<String, String> facts, ListedFiles files) {
        boolean gone = facts.containsKey("unalloc") || facts.getOrDefault("alloc", "1").equals("0")
                || facts.getOrDefault("alloc_name", "1").equals("0");
        String name = facts.getOrDefault("filename", "");
        if (gone || name.isEmpty() || name.endsWith("/.") || name.endsWith("/..") || name.equals(".") || name.equals("..")) {
            return;
        }
        try {
            files.add(file(name, facts));
        } catch (IllegalArgumentException | DateTimeException e) {
            files.problem("what is told of " + name + " cannot be understood");
        }
    }

    private static ListedFile file(String name, Map<String, String> facts) {
        ListedFile file = new ListedFile(new String(FileName.encode(name), StandardCharsets.ISO_8859_1));
        file.kind(kind(facts.getOrDefault("name_type", facts.getOrDefault("meta_type", "r"))));
        Optional.ofNullable(facts.get("filesize")).map(Long::parseLong).ifPresent(file::size);
        Optional.ofNullable(facts.get("mtime")).flatMap(DfxmlFile::time).ifPresent(file::modified);
        Optional.ofNullable(facts.get("ctime")).flatMap(DfxmlFile::time).ifPresent(file::changed);
        Optional.ofNullable(facts.get("atime")).flatMap(DfxmlFile::time).ifPresent(file::accessed);
        Optional.ofNullable(facts.get("crtime")).flatMap(DfxmlFile::time).ifPresent(file::created);
        Optional.ofNullable(facts.get("link_target")).map(to -> new String(FileName.encode(to), StandardCharsets.ISO_8859_1))
                .ifPresent(file::target);
        facts.forEach((fact, value) -> {
            if (fact.startsWith("hash ")) {
                file.digest(fact.substring("hash ".length()), value);
            }
        });
        return file;
    }

    private static FileKind kind(String letter) {
        return switch (letter) {
            case "d", "2" -> FileKind.DIRECTORY;
            case "l", "6" -> FileKind.LINK;
            case "p" -> FileKind.FIFO;
            case "s", "h" -> FileKind.SOCKET;
            case "c" -> FileKind.CHARACTER_DEVICE;
            case "b" -> FileKind.BLOCK_DEVICE;
            default -> FileKind.FILE;
        };
    }

    private static Optional<Instant> time(String text) {
        return text.isEmpty() || text.equals("0") ? Optional.empty() : Optional.of(text.matches("-?[0-9]{1,12}")
                ? Instant.ofEpochSecond(Long.parseLong(text)) : OffsetDateTime.parse(text).toInstant());
    }

    @Override
    public boolean recognises(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.contains("<dfxml") || text.contains("<" + OBJECT + ">");
    }

    @Override
    public boolean filesOnly() {
        return false;
    }
}
