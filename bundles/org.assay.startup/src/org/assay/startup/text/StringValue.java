package org.assay.startup.text;

import java.util.Optional;

import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;

/** The text of a registry value. */
public final class StringValue {

    private StringValue() {
    }

    /** The text of {@code value}, bounded; empty when it is of another type. */
    public static Optional<String> of(ValueItem value) {
        return ValueType.isText(value.type()) ? Optional.of(Limits.cut(ValueType.string(value.data()))) : Optional.empty();
    }
}
