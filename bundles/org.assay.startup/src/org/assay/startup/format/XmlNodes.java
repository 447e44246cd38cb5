package org.assay.startup.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads XML as names and values. */
final class XmlNodes {

    private XmlNodes() {
    }

    /** The root element. */
    static Node read(byte[] content) throws DamagedFile {
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
