package org.assay.app.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.app.custody.VerifySeals;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.change.MergeOutcome;
import org.assay.model.change.TagConflict;
import org.assay.model.text.Visible;

/**
 * Takes the hosts, snapshots, comparisons and tags of another case into this one: all of it or, when something fails, nothing. What both
 * have is there once. Of tags that disagree a person says which is taken.
 *
 * @param ours the numbers of conflicts of which this case's tag stays
 * @param theirs the numbers of conflicts of which the other case's tag is taken
 * @param rest what of all other conflicts; empty where each must be decided
 */
public record MergeCase(Set<Integer> ours, Set<Integer> theirs, Optional<Side> rest) {

    /** Whose tag. */
    public enum Side {
        OURS, THEIRS
    }

    public MergeCase {
        ours = Set.copyOf(ours);
        theirs = Set.copyOf(theirs);
    }

    /** The conflicts that nobody has decided; when there are any, {@link #run} fails. Fails for numbers that no conflict has. */
    public List<TagConflict> undecided(Case openCase, Case other) {
        List<TagConflict> conflicts = openCase.conflicts(other);
        Set<Integer> unknown = new HashSet<>(ours);
        unknown.addAll(theirs);
        unknown.removeAll(conflicts.stream().map(TagConflict::number).toList());
        if (!unknown.isEmpty() || ours.stream().anyMatch(theirs::contains)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, unknown.isEmpty() ? "A conflict is decided both ways. Name each once."
                    : "There is no conflict " + unknown.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "))
                            + ". Merge without deciding any to see which there are.");
        }
        return conflicts.stream().filter(one -> rest.isEmpty() && !ours.contains(one.number()) && !theirs.contains(one.number())).toList();
    }

    /**
     * Checks the other case against its digests and its seals, then merges.
     *
     * @throws AssayException {@code CASE_FILE} where the other is not as it was stored or sealed; {@code WRONG_USAGE} with undecided
     *         conflicts, or when both are the same file
     */
    public MergeOutcome run(Case openCase, Case other, Progress progress) {
        progress.begin("checking the other case");
        other.verifyAll(progress);
        requireSeals(other);
        List<TagConflict> open = undecided(openCase, other);
        if (!open.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Of " + open.size() + " tags that disagree nobody has said which is taken.");
        }
        progress.begin("merging");
        return openCase.merge(other, this::takesTheirs);
    }

    private boolean takesTheirs(TagConflict conflict) {
        return theirs.contains(conflict.number()) || !ours.contains(conflict.number()) && rest.equals(Optional.of(Side.THEIRS));
    }

    /** Whom to trust is asked when seals are verified; here it counts that nothing is altered that was sealed. */
    private static void requireSeals(Case other) {
        new VerifySeals(List.of(), List.of(), false).run(other, Progress.NONE).seals().stream()
                .filter(seal -> !seal.differences().isEmpty()).findFirst().ifPresent(seal -> {
                    throw new AssayException(ErrorCode.CASE_FILE, "The case " + Visible.text(other.file().toString())
                            + " is not as it was sealed: seal " + seal.seal().id() + ": " + seal.differences().getFirst()
                            + ". Nothing was merged; ask who sealed it for the case as it was.");
                });
    }
}
