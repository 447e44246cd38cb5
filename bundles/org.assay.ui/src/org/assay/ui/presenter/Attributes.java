package org.assay.ui.presenter;

import java.util.LinkedHashMap;
import java.util.Map;

import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.ui.text.DisplayText;

/** An item's attributes by name, in the order in which they are shown, safe to show. */
final class Attributes {

    /** The name of where the item is. */
    static final String LOCATION = "location";

    private Attributes() {
    }

    static Map<String, String> of(Item item) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(LOCATION, item.location().text());
        ItemFields.show(item).forEach((label, text) -> attributes.put(label, DisplayText.line(text)));
        return attributes;
    }
}
