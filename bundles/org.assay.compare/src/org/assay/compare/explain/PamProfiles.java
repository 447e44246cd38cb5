package org.assay.compare.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.FileItem;

/**
 * The stacks of PAM that every service shares, {@code common-auth} and its like, which pam-auth-update(8) puts together from the profiles
 * that packages bring. Explained where each line that came names a module with the options that a profile of a package names, and the
 * profile's content is what the package records.
 */
record PamProfiles(TreePackages packages) implements TreeExplanation {

    static final String FOLDER = "usr/share/pam-configs";
    private static final String STACKS = "etc/pam.d/common-";

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        if (!path.startsWith(STACKS) || change.before().isEmpty() || change.after().isEmpty()) {
            return Optional.empty();
        }
        Optional<List<String>> was = packages.treeBefore().content((FileItem) change.before().get()).map(PamProfiles::steps);
        Optional<List<String>> is = packages.treeAfter().content((FileItem) change.after().get()).map(PamProfiles::steps);
        if (was.isEmpty() || is.isEmpty()) {
            return Optional.empty();
        }
        List<String> came = new ArrayList<>(is.get());
        came.removeAll(was.get());
        List<String> went = new ArrayList<>(was.get());
        went.removeAll(is.get());
        return came.isEmpty() || !went.isEmpty() ? Optional.empty() : by(came);
    }

    private Optional<Explanation> by(List<String> came) {
        for (Map.Entry<String, FileItem> profile : packages.treeAfter().files(FOLDER).entrySet()) {
            Optional<InstalledPackage> owner = packages.after().at(FOLDER + "/" + profile.getKey()).map(RecordedFile::owner)
                    .filter(installed -> packages.isChanged(installed.name()))
                    .filter(_ -> packages.after().verdict(profile.getValue()) == ContentVerdict.AS_RECORDED);
            boolean all = owner.isPresent() && packages.treeAfter().content(profile.getValue()).map(PamProfiles::modules)
                    .filter(modules -> came.stream().map(PamProfiles::module).allMatch(modules::contains)).isPresent();
            if (all) {
                return Optional.of(new Explanation(ExplanationKind.DERIVED, packages.subject(owner.get().name()), TreePackages.BY_SUSPECT,
                        "Each line that came stands in the profile " + profile.getKey() + " of the package."));
            }
        }
        return Optional.empty();
    }

    private static List<String> steps(byte[] content) {
        return RecordTree.lines(content).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    /** What a profile's lines name: the module and its options, which stand behind what happens with the module's answer. */
    private static List<String> modules(byte[] profile) {
        return RecordTree.lines(profile).stream().filter(line -> line.startsWith("\t") || line.startsWith(" "))
                .map(line -> module("any " + line.strip())).toList();
    }

    /** A line without its type; the jumps between brackets are numbers in a stack and words in a profile, and are left out. */
    private static String module(String line) {
        String[] words = line.split("\\s+", 2);
        String rest = words.length < 2 ? "" : words[1].strip();
        int end = rest.startsWith("[") ? rest.indexOf(']') : -1;
        return (end < 0 ? rest : "[]" + rest.substring(end + 1)).replaceAll("\\s+", " ");
    }
}
