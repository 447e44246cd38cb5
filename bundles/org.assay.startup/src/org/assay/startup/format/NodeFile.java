package org.assay.startup.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assay.model.EntryDetails;
import org.assay.model.TargetOutcome;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.LocationKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.StartupMatch.Start;

/** Reads from property lists, JSON and XML files the values that a location selects. */
public final class NodeFile {

    private NodeFile() {
    }

    /** How a kind of file is read. */
    @FunctionalInterface
    interface Format {

        Node read(byte[] content) throws DamagedFile;
    }

    /** The format of the files of {@code kind}, which is one of those with nodes. */
    static Format format(LocationKind kind) {
        return switch (kind) {
            case PLIST_VALUE -> PropertyList::read;
            case JSON_VALUE -> JsonNodes::read;
            default -> NodeFile::xml;
        };
    }

    /** The values that {@code autostart} selects; a bundle is a file below {@code folder}, the file's own. */
    static FileStarts read(byte[] content, AutostartLocation autostart, String folder) {
        try {
            Node root = format(autostart.kind()).read(content);
            List<FileStart> starts = new ArrayList<>();
            for (Selector.Found found : Selector.parse(autostart.select()).in(root)) {
                boolean bundle = autostart.data() == DataKind.BUNDLE;
                String text = bundle ? "\"" + folder + "\\" + found.node().shown() + "\"" : found.node().shown();
                boolean command = found.node() instanceof Node.Text && autostart.data() != DataKind.TEXT;
                Start start = command ? new Start.Names(text, bundle ? DataKind.COMMAND : autostart.data())
                        : new Start.Decided(TargetOutcome.NONE);
                starts.add(new FileStart(found.label(), text, start, EntryDetails.NONE));
            }
            return FileStarts.of(starts);
        } catch (DamagedFile e) {
            return FileStarts.unread(e.getMessage());
        }
    }

    private static Node xml(byte[] content) throws DamagedFile {
        return switch (XmlFile.read(content)) {
            case XmlFile.Outcome.Read read -> node(read.root());
            case XmlFile.Outcome.Unread unread -> throw new DamagedFile(unread.problem());
        };
    }

    /** Attributes and child elements by their names, the text of an element that has neither. */
    private static Node node(XmlElement element) {
        if (element.attributes().isEmpty() && element.children().isEmpty()) {
            return new Node.Text(element.text());
        }
        Map<String, List<Node>> members = new LinkedHashMap<>();
        element.attributes().forEach((name, value) -> members.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Node.Text(value)));
        element.children().forEach(child -> members.computeIfAbsent(child.name(), _ -> new ArrayList<>()).add(node(child)));
        Map<String, Node> entries = new LinkedHashMap<>();
        members.forEach((name, nodes) -> entries.put(name, nodes.size() == 1 ? nodes.getFirst() : new Node.Row(nodes)));
        return new Node.Table(entries);
    }
}
