package org.assay.compare.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.security.BroadRights;
import org.assay.compare.security.NamedRights;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;

/** Who may write where a program or a setting lies decides what runs there; a list of access rights shows it less than a mode does. */
final class AclWidened implements ChangeRule {

    private static final FindingType TYPE = new FindingType("acl-widened", "Access control list lets more write",
            "files, directories and registry keys that were there", List.of(Severity.HIGH, Severity.MEDIUM), List.of("T1222", "T1574.011"));
    private static final String WINDOWS = "system.ntfs_acl";
    private static final List<String> POSIX = List.of("system.posix_acl_access", "system.posix_acl_default");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(Change change, ComparisonContext context) {
        if (change.before().isEmpty() || change.after().isEmpty()
                || !change.attributes().contains(Attribute.EXTENDED) && !change.attributes().contains(Attribute.SECURITY)) {
            return Optional.empty();
        }
        Item was = change.before().get();
        Item is = change.after().get();
        Set<String> groups = gained(BroadRights.writers(descriptor(was)), BroadRights.writers(descriptor(is)));
        Set<String> named = gained(NamedRights.writers(lists(was)), NamedRights.writers(lists(is)));
        if (descriptor(was).isPresent() && !groups.isEmpty()) {
            return Optional.of(TYPE.found(Severity.HIGH, "Its security descriptor lets " + String.join(", ", groups) + " write it now."));
        }
        return named.isEmpty() ? Optional.empty()
                : Optional.of(TYPE.found(Severity.MEDIUM, "Its access control list lets " + String.join(", ", named) + " write it now."));
    }

    private static Set<String> gained(Set<String> was, Set<String> is) {
        Set<String> gained = new TreeSet<>(is);
        gained.removeAll(was);
        return gained;
    }

    private static Optional<Bytes> descriptor(Item item) {
        return switch (item) {
            case KeyItem key -> key.security();
            case FileItem file -> Optional.ofNullable(file.details().extended().get(WINDOWS));
            case ValueItem _ -> Optional.empty();
        };
    }

    private static List<Map.Entry<String, Bytes>> lists(Item item) {
        return item instanceof FileItem file ? file.details().extended().entrySet().stream()
                .filter(attribute -> POSIX.contains(attribute.getKey())).toList() : List.of();
    }
}
