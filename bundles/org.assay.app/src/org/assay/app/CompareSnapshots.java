package org.assay.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.app.policy.AcceptedBefore;
import org.assay.app.policy.KnownSources;
import org.assay.app.resume.ReusedHashesRemark;
import org.assay.compare.Findings;
import org.assay.compare.Knowledge;
import org.assay.compare.Layer;
import org.assay.compare.SnapshotComparison;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.ComparisonOptions;
import org.assay.model.change.Normalisation;
import org.assay.model.change.Sameness;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.startup.StartupRow;
import org.assay.model.text.Visible;

/**
 * Compares two snapshots of a case and stores the comparison.
 *
 * @param catalogues the user's own startup locations to search besides the standard ones; where none are given, those that the snapshots
 *        were captured with. They are kept with the comparison.
 * @param known by what changes are explained, besides what Assay knows itself
 * @param options what is compared and what is made the same; kept with the comparison
 */
public record CompareSnapshots(long baseline, long suspect, CatalogueFiles catalogues, KnownSources known,
        ComparisonOptions options) {

    public static final Argument<Long> BASELINE = Argument.required("baseline", "Before", "The number of the snapshot that counts as"
            + " before.", "BASELINE", ArgumentType.WholeNumber.ID);
    public static final Argument<Long> SUSPECT = Argument.required("suspect", "After", "The number of the snapshot that counts as after.",
            "SUSPECT", ArgumentType.WholeNumber.ID);

    public static final Argument<List<Normalisation>> EXACT = Argument.several("exact", "Take exactly", "What is not made the same:"
            + " letter case of names, forms of Unicode, times within what a source keeps, times an hour apart.", "NAME",
            new ArgumentType.Choice<>(Normalisation.class), true);
    public static final Argument<Boolean> IGNORE_CASE = Argument.flag("ignore-case", "Match names of files without case",
            "Match names of files without case in every tree, not only in those of Windows.");

    public static final Argument<List<Path>> POLICIES = Argument.several("policy", "Own churn policies", "What grows, rotates or is cached"
            + " on your systems, asked before what Assay knows itself; docs/churn-policies.md describes the format. May be given more than"
            + " once.", "FILE", new ArgumentType.FilePath(false), false);

    public static final Argument<List<Path>> RULES = Argument.several("rules", "Rules of your own", "What matters on your systems: a change"
            + " that a rule in the file speaks of is a finding; docs/own-rules.md describes the format. May be given more than once.",
            "FILE", new ArgumentType.FilePath(false), false);
    public static final Argument<List<Path>> KNOWN_GOOD = Argument.several("known-good", "Known-good files", "A list of digests of files"
            + " that are known to be good, as sha256sum or hashdeep writes it, or NSRL's RDS as text or as its database; what stands"
            + " there is explained. May be given more than once.", "FILE", new ArgumentType.FilePath(false), false);
    public static final Argument<List<Path>> KNOWN_BAD = Argument.several("known-bad", "Known-bad files", "A list of digests of files that"
            + " are known to be bad, in the same forms; what stands there is a finding. May be given more than once.", "FILE",
            new ArgumentType.FilePath(false), false);
    public static final Argument<List<Long>> LAYERS = Argument.several("layer", "Other baselines", "The number of another baseline, such as"
            + " that of a patch level; what is the same there is explained. May be given more than once.", "N",
            ArgumentType.WholeNumber.ID, false);

    /** Everything that both were asked for, with all that makes the same thing meet. */
    public static final ComparisonOptions USUAL = ComparisonBasis.USUAL.options();

    /** What a comparison can be told beside the two snapshots, in the order in which help lists it. */
    public static final List<Argument<?>> OPTIONS = List.of(SelectionArguments.ONLY, SelectionArguments.EXCLUDED,
            SelectionArguments.MAX_SIZE, EXACT, IGNORE_CASE, CatalogueFiles.ARGUMENT, LAYERS, KNOWN_GOOD, KNOWN_BAD, POLICIES,
            RULES);

    /** The comparison that {@code values} describe. */
    public static CompareSnapshots of(ArgumentValues values) {
        return new CompareSnapshots(values.get(BASELINE), values.get(SUSPECT), catalogues(values), known(values), options(values));
    }

    /** The catalogues that {@code values} name. */
    public static CatalogueFiles catalogues(ArgumentValues values) {
        return new CatalogueFiles(values.get(CatalogueFiles.ARGUMENT));
    }

    /** By what else changes are explained, as {@code values} say. */
    public static KnownSources known(ArgumentValues values) {
        return new KnownSources(values.get(POLICIES), values.get(KNOWN_GOOD), values.get(KNOWN_BAD), values.get(RULES),
                values.get(LAYERS));
    }

    /** What is compared and what is made the same, as {@code values} say. */
    public static ComparisonOptions options(ArgumentValues values) {
        return new ComparisonOptions(SelectionArguments.of(values), Set.copyOf(values.get(EXACT)), values.get(IGNORE_CASE));
    }

    /** Compares; one of the same pair that says the same is found again. Fails for a snapshot that is not whole. */
    public ChangeList run(Case openCase, Progress progress) {
        openCase.requireWritable();
        requireWhole(openCase.snapshot(baseline));
        requireWhole(openCase.snapshot(suspect));
        ComparedSnapshots pair = ComparedSnapshots.of(openCase, baseline, suspect, options);
        SnapshotComparison.Outcome outcome = SnapshotComparison.run(openCase.store().view(baseline), openCase.store().view(suspect),
                pair.scope(), knowledge(openCase, pair), openCase.store().changeBuffers(), progress);
        List<Change> changes = outcome.changes();
        List<OwnCatalogue> own = catalogues.readOr(CatalogueFiles.kept(openCase, baseline, suspect));
        List<StartupRow> startup = StartupRows.of(openCase, own, pair, changes, progress).rows();
        Comparison comparison = openCase.store().saveComparison(baseline, suspect, new ComparisonBasis(options, remarks(openCase, outcome)),
                Findings.withStartup(changes, startup), own);
        return new ListChanges(comparison.id()).run(openCase);
    }

    private List<String> remarks(Case openCase, SnapshotComparison.Outcome outcome) {
        return Stream.concat(Stream.of(baseline, suspect).flatMap(one -> ReusedHashesRemark.inLists(one, openCase.remarks(one))),
                outcome.remarks().stream()).toList();
    }

    private Knowledge knowledge(Case openCase, ComparedSnapshots pair) {
        Knowledge knowledge = known.ofFiles().withVoucher(new AcceptedBefore(openCase.tagsOn(pair.suspect().host(),
                new Sameness(pair.scope()))));
        for (long layer : known.layers()) {
            Snapshot snapshot = openCase.snapshot(layer);
            requireWhole(snapshot);
            knowledge = knowledge.withVoucher(new Layer("of snapshot " + layer
                    + (snapshot.label().isEmpty() ? "" : " (" + Visible.text(snapshot.label()) + ")"), openCase.store().view(layer)));
        }
        return knowledge;
    }

    private static void requireWhole(Snapshot snapshot) {
        obstacle(snapshot).ifPresent(sentence -> {
            throw new AssayException(ErrorCode.WRONG_USAGE, sentence);
        });
    }

    /** Why nothing can be compared with {@code snapshot}, as a sentence; empty when something can. */
    public static Optional<String> obstacle(Snapshot snapshot) {
        return GapSentences.ofUnfinished(snapshot).map(lacks -> "snapshot " + snapshot.id() + " is " + snapshot.state() + ": " + lacks
                + ", so what it lacks would look removed; resume its capture or capture again");
    }
}
