package org.assay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.assay.model.Change;
import org.assay.model.ChangeKind;
import org.assay.model.FileItem;
import org.assay.model.Finding;
import org.assay.model.Gap;
import org.assay.model.KeyItem;
import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.ValueItem;

/** Applies every rule to a change. A rule is a function from a change to the finding it makes, if any; it knows nothing of the others. */
final class Findings {

    private static final List<Function<Change, Optional<Finding>>> FILE_RULES = List.of(NameRules::doubleExtension,
            NameRules::hostileName, FileRules::contentUnderSameTime, FileRules::setIdGained, FileRules::modifiedProgram,
            FileRules::timeWentBack, FileRules::contentNotRead, ContentRules::programInDisguise, ContentRules::signatureLost,
            ContentRules::otherSigner, ContentRules::signatureInvalid, ContentRules::unsignedProgram);
    private static final List<Function<Change, Optional<Finding>>> REGISTRY_RULES = List.of(NameRules::nameWithNul, NameRules::hostileName,
            RegistryRules::programInRegistry, RegistryRules::textBehindNul);

    private final GapCover baselineGaps;
    private final GapCover suspectGaps;
    private final Replacements replacements;

    Findings(GapCover baselineGaps, GapCover suspectGaps, Replacements replacements) {
        this.baselineGaps = baselineGaps;
        this.suspectGaps = suspectGaps;
        this.replacements = replacements;
    }

    /** The findings of a numbered change. */
    List<Finding> of(Change change) {
        List<Finding> findings = new ArrayList<>();
        for (Function<Change, Optional<Finding>> rule : rules(change)) {
            rule.apply(change).ifPresent(findings::add);
        }
        replacements.counterpart(change).map(other -> replaced(change, other)).ifPresent(findings::add);
        // What may have been there before is not called new.
        notKnown(change).or(() -> FileRules.newProgram(change)).ifPresent(findings::add);
        return findings;
    }

    /** The finding when {@code found}; its sentence is made only then. */
    static Optional<Finding> when(boolean found, String code, Severity severity, Supplier<String> sentence) {
        return found ? Optional.of(new Finding(code, severity, sentence.get())) : Optional.empty();
    }

    private static List<Function<Change, Optional<Finding>>> rules(Change change) {
        return switch (change.item()) {
            case FileItem _ -> FILE_RULES;
            case KeyItem _ -> REGISTRY_RULES;
            case ValueItem _ -> REGISTRY_RULES;
        };
    }

    private static Finding replaced(Change change, Change other) {
        boolean isNew = change.kind() == ChangeKind.ADDED;
        Location gone = isNew ? other.location() : change.location();
        Location came = isNew ? change.location() : other.location();
        return new Finding("replaced-by-script", Severity.HIGH, gone.text() + " is gone, and a program or script of its name came: "
                + came.text() + ".");
    }

    private Optional<Finding> notKnown(Change change) {
        return switch (change.kind()) {
            case ADDED -> baselineGaps.over(change.location()).map(gap -> notKnown(change, gap, "baseline", "it is new"));
            case REMOVED -> suspectGaps.over(change.location()).map(gap -> notKnown(change, gap, "suspect", "it is gone"));
            case MODIFIED, MOVED -> Optional.empty();
        };
    }

    private static Finding notKnown(Change change, Gap gap, String side, String question) {
        boolean runs = change.item() instanceof FileItem file && FileNames.runnable(file).isPresent();
        return new Finding("not-known", runs ? Severity.MEDIUM : Severity.LOW, "The " + side + " could not read "
                + gap.location().text() + ", so whether " + question + " is not known.");
    }
}
