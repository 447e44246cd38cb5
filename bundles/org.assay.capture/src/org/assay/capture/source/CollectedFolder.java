package org.assay.capture.source;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.assay.capture.file.CaselessTree;
import org.assay.model.item.FileKind;

/**
 * Tells when a folder is not a machine's root but what a collector made of one, with the files some folders below. Captured as it is,
 * nothing in it would be found where it starts.
 */
final class CollectedFolder {

    private static final Set<String> OF_WINDOWS = Set.of("WINDOWS", "WINNT", "USERS", "$MFT", "PROGRAM FILES");

    private final CaselessTree tree;

    CollectedFolder(CaselessTree tree) {
        this.tree = tree;
    }

    /**
     * What it looks like and what to name, as a sentence without a full stop; empty where it looks like a machine's root, or like nothing.
     */
    Optional<String> hint() {
        try {
            List<CaselessTree.Entry> top = folders(tree.top());
            Set<String> names = top.stream().map(each -> folded(each.name())).collect(Collectors.toSet());
            if (names.contains("[ROOT]")) {
                return Optional.of("it looks like a collection of UAC: the machine's own files are in its folder [root]; capture that as"
                        + " the tree to find what starts");
            }
            Optional<String> velociraptor = velociraptor(top);
            if (velociraptor.isPresent()) {
                return velociraptor;
            }
            return top.stream().filter(each -> each.name().matches("[A-Za-z]")).filter(each -> holds(each, OF_WINDOWS::contains))
                    .findFirst()
                    .map(drive -> "it looks like a collection of KAPE or the like: the machine's drive is its folder " + drive.name()
                            + "; capture that as the tree " + drive.name() + " to find what starts");
        } catch (IOException e) {
            // The capture itself will tell that the folder cannot be listed.
            return Optional.empty();
        }
    }

    /** Velociraptor keeps files below {@code uploads}, in a folder for each way to read them, drives with their colon escaped. */
    private Optional<String> velociraptor(List<CaselessTree.Entry> top) throws IOException {
        for (CaselessTree.Entry uploads : top) {
            if (folded(uploads.name()).equals("UPLOADS")) {
                for (CaselessTree.Entry accessor : folders(uploads)) {
                    for (CaselessTree.Entry root : folders(accessor)) {
                        if (root.name().matches("(?i)(%5C%5C\\.%5C)?[A-Z]%3A")) {
                            return Optional.of("it looks like a collection of Velociraptor: the machine's drive is its folder uploads/"
                                    + accessor.name() + "/" + root.name() + "; capture that as the tree "
                                    + root.name().replaceAll("(?i)(%5C%5C\\.%5C)?([A-Z])%3A", "$2") + " to find what starts");
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean holds(CaselessTree.Entry folder, Predicate<String> name) {
        try {
            return tree.list(folder).stream().anyMatch(each -> name.test(folded(each.name())));
        } catch (IOException e) {
            // The capture itself will tell.
            return false;
        }
    }

    private List<CaselessTree.Entry> folders(CaselessTree.Entry folder) throws IOException {
        return tree.list(folder).stream().filter(each -> each.kind() == FileKind.DIRECTORY).toList();
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
