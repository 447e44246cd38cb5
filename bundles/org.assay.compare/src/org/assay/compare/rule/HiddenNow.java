package org.assay.compare.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.text.Labels;

/** A flag keeps a file from being seen, or from being removed by whoever has seen it. */
final class HiddenNow implements FileRule {

    private static final FindingType TYPE = new FindingType("hidden-now", "Hidden or locked by a flag",
            "files and directories that gained a flag, new programs with one", List.of(Severity.HIGH, Severity.MEDIUM),
            List.of("T1564.001", "T1222"));
    private static final Set<FileFlag> FLAGS = EnumSet.of(FileFlag.HIDDEN, FileFlag.SYSTEM, FileFlag.IMMUTABLE, FileFlag.APPEND_ONLY);

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        Optional<String> runnable = FileNames.runnable(file.item());
        boolean gained = file.kind() == ChangeKind.ADDED ? runnable.isPresent() : file.isThere() && file.differsIn(Attribute.FLAGS);
        Set<FileFlag> flags = flags(file.item());
        file.before().map(HiddenNow::flags).ifPresent(flags::removeAll);
        return gained && !flags.isEmpty() ? Optional.of(TYPE.found(runnable.isPresent() ? Severity.HIGH : Severity.MEDIUM,
                (file.kind() == ChangeKind.ADDED ? "It is new and is " : "It is now ")
                        + flags.stream().map(Labels::of).collect(Collectors.joining(" and ")) + runnable
                                .map(what -> ", and it is a " + what).orElse("") + ".")) : Optional.empty();
    }

    private static Set<FileFlag> flags(FileItem file) {
        Set<FileFlag> flags = EnumSet.copyOf(FLAGS);
        flags.retainAll(file.details().flags());
        return flags;
    }
}
