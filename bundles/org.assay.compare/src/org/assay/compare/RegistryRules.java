package org.assay.compare;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.assay.model.Bytes;
import org.assay.model.Change;
import org.assay.model.ChangeKind;
import org.assay.model.Finding;
import org.assay.model.Severity;
import org.assay.model.ValueItem;
import org.assay.model.ValueType;

/** What a registry value's data gives away. */
final class RegistryRules {

    private RegistryRules() {
    }

    /** A whole program kept as data, to be loaded without a file. Every Windows program begins with these two letters. */
    static Optional<Finding> programInRegistry(Change change) {
        return now(change).filter(value -> beginsLikeProgram(value.data()))
                .filter(_ -> change.before().filter(was -> beginsLikeProgram(((ValueItem) was).data())).isEmpty())
                .map(value -> new Finding("program-in-registry", Severity.HIGH, "Its data, " + value.data().length()
                        + " bytes, begins with MZ like a Windows program."));
    }

    /** Programs stop reading at the first NUL, and so do most tools that show the value. */
    static Optional<Finding> textBehindNul(Change change) {
        return now(change).filter(value -> ValueType.isText(value.type()) && hasTextBehindEnd(value))
                .map(value -> new Finding("text-behind-nul", Severity.MEDIUM,
                        "Its data goes on behind the NUL that ends its text: \""
                                + ValueType.display(ValueType.SZ, value.data(), 200) + "\"."));
    }

    private static Optional<ValueItem> now(Change change) {
        return change.kind() != ChangeKind.REMOVED && change.item() instanceof ValueItem value ? Optional.of(value) : Optional.empty();
    }

    private static boolean beginsLikeProgram(Bytes data) {
        return data.length() >= 2 && data.unsignedAt(0) == 'M' && data.unsignedAt(1) == 'Z';
    }

    private static boolean hasTextBehindEnd(ValueItem value) {
        String text = new String(value.data().toArray(), 0, value.data().length() & ~1, StandardCharsets.UTF_16LE);
        String end = value.type() == ValueType.MULTI_SZ && !text.startsWith("\0") ? "\0\0" : "\0";
        int at = text.indexOf(end);
        return at >= 0 && text.chars().skip(at).anyMatch(unit -> unit != 0);
    }
}
