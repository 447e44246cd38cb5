package org.assay.compare.explain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/**
 * What Python compiles its modules to, beside them (PEP 3147). It is explained as new beside a module of a package, and as changed or gone
 * together with that package; compiled code that changes while its package stays is what an intruder leaves.
 */
record PythonCaches(TreePackages packages) implements TreeExplanation {

    private static final Pattern COMPILED = Pattern.compile("(.*/)__pycache__/([^/]+)\\.[a-z]+-[0-9]+(\\.opt-[12])?\\.pyc");
    private static final Pattern FOLDER = Pattern.compile("(.*)/__pycache__");

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        FileItem item = (FileItem) change.item();
        Matcher compiled = COMPILED.matcher(path);
        if (item.kind() == FileKind.FILE && compiled.matches()) {
            return from(change, compiled.group(1) + compiled.group(2) + ".py", "Python compiles it from a module of the package.");
        }
        Matcher folder = FOLDER.matcher(path);
        return item.kind() == FileKind.DIRECTORY && folder.matches()
                ? from(change, folder.group(1), "Python keeps there what it compiled.") : Optional.empty();
    }

    private Optional<Explanation> from(Change change, String source, String sentence) {
        PackageRecords records = change.kind() == ChangeKind.REMOVED ? packages.before() : packages.after();
        return records.at(source).map(record -> record.owner().name())
                .filter(owner -> change.kind() == ChangeKind.ADDED || packages.isChanged(owner))
                .map(owner -> new Explanation(ExplanationKind.DERIVED, packages.subject(owner), TreePackages.BY_SUSPECT, sentence));
    }
}
