package org.assay.startup.format;

import java.util.List;
import java.util.Map;

import org.assay.model.text.Bytes;

/** What a property list, a JSON or an XML file holds, whatever it is written in. */
public sealed interface Node {

    /** A text, number, truth or date, as text. */
    record Text(String text) implements Node {
    }

    /** Bytes. */
    record Data(Bytes bytes) implements Node {
    }

    /** Names with values, in the file's order. */
    record Table(Map<String, Node> entries) implements Node {
    }

    /** Values in a row. */
    record Row(List<Node> members) implements Node {

        public Row {
            members = List.copyOf(members);
        }
    }

    /** It for people: a text as it is, bytes by their number, what holds others by how many. */
    default String shown() {
        return switch (this) {
            case Text text -> text.text();
            case Data data -> data.bytes().length() + " bytes of data";
            case Table table -> "a table of " + table.entries().size();
            case Row row -> "a list of " + row.members().size();
        };
    }
}
