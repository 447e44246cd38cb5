package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML file.
 *
 * @param name its local name, whatever its namespace
 * @param text the text directly inside it, without blanks around it
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    public XmlElement {
        children = List.copyOf(children);
    }

    /** The children of this name. */
    Stream<XmlElement> children(String required) {
        return children.stream().filter(child -> child.name().equals(required));
    }

    /** The first element that the names lead to, one level each. */
    Optional<XmlElement> at(String... names) {
        Optional<XmlElement> element = Optional.of(this);
        for (String required : names) {
            element = element.flatMap(each -> each.children(required).findFirst());
        }
        return element;
    }

    /** The text of the first element that the names lead to; empty when there is none. */
    String textAt(String... names) {
        return at(names).map(XmlElement::text).orElse("");
    }

    /** This element and everything below it, in the file's order. */
    List<XmlElement> all() {
        List<XmlElement> all = new ArrayList<>();
        List<XmlElement> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            XmlElement next = open.removeLast();
            all.add(next);
            open.addAll(next.children().reversed());
        }
        return all;
    }
}
