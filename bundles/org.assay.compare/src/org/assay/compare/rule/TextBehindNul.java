package org.assay.compare.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;

/** Programs stop reading at the first NUL, and so do most tools that show the value. */
final class TextBehindNul implements ValueRule {

    private static final FindingType TYPE = new FindingType("text-behind-nul", "Text behind a NUL",
            "new and modified registry values of text", List.of(Severity.MEDIUM), List.of("T1112", "T1564"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(ValueItem value, Change change) {
        return ValueType.isText(value.type()) && hasTextBehindEnd(value) ? Optional.of(TYPE.found(
                "Its data goes on behind the NUL that ends its text: \"" + ValueType.display(ValueType.SZ, value.data(), 200) + "\"."))
                : Optional.empty();
    }

    private static boolean hasTextBehindEnd(ValueItem value) {
        String text = new String(value.data().toArray(), 0, value.data().length() & ~1, StandardCharsets.UTF_16LE);
        String end = value.type() == ValueType.MULTI_SZ && !text.startsWith("\0") ? "\0\0" : "\0";
        int at = text.indexOf(end);
        return at >= 0 && text.chars().skip(at).anyMatch(unit -> unit != 0);
    }
}
