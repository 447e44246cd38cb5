package org.assay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.app.content.BaselineFiles;
import org.assay.app.page.ExportPreview;
import org.assay.app.page.PlanStep;
import org.assay.app.page.RemediationSheet;
import org.assay.capture.TreeFiles;
import org.assay.compare.Leads;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseDigest;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.snapshot.UserProfiles;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.remedy.ExportContents;
import org.assay.remedy.RemediationExport;
import org.assay.remedy.StepText;
import org.assay.remedy.plan.Plan;
import org.assay.remedy.plan.Planner;

/**
 * Writes the remediation that follows from a comparison's tags into a folder.
 *
 * @param withContent whether the content of files that are put back is also taken from where the baseline was read, where that is there
 */
public record ExportRemediation(long comparison, Path folder, boolean withContent) {

    public static final Argument<Path> FOLDER = Argument.required("out", "Folder", "The folder; it must be new or empty.", "DIR",
            new ArgumentType.FilePath(true));
    public static final Argument<Boolean> WITH_CONTENT = Argument.flag("with-content", "With the baseline's files",
            "Carry the files to be put back, from where the baseline was read, if it is still there.");

    /** Writes; fails when the folder holds anything already, so that no earlier export is mixed with this one. */
    public Export run(Case openCase) {
        openCase.requireWritable();
        return write(openCase, contents(openCase));
    }

    /** What is to be written. */
    public ExportContents contents(Case openCase) {
        return contents(openCase, new ListChanges(comparison).run(openCase));
    }

    /** Writes what {@link #contents} gave, as {@link #run} does. */
    public Export write(Case openCase, ExportContents contents) {
        RemediationExport.Outcome written = new RemediationExport().write(contents, folder);
        openCase.store().custody().exported(comparison, sums(written.files()), "%d files, %d actions, to %s".formatted(
                written.files().size(), contents.plan().actions().size(), folder.toAbsolutePath()));
        return new Export(folder, written.files(), written.actions(), written.manualSteps(),
                new ComparedGaps(contents.baselineGaps(), contents.suspectGaps()), contents.digest(), openCase.logHead());
    }

    /** What would be written, without the baseline's files that the case does not hold; nothing is noted in the custody log. */
    public static RemediationSheet preview(Case openCase, long comparison) {
        ExportRemediation export = new ExportRemediation(comparison, Path.of(""), false);
        ExportContents contents = export.contents(openCase);
        List<PlanStep> steps = StepText.of(contents).stream().map(step -> new PlanStep(step.number(), step.change(), step.phase(),
                step.location(), step.what(), step.before(), step.undo(), step.carriers(), step.reason(), step.byHand())).toList();
        return new RemediationSheet(steps, steps.isEmpty() ? List.of()
                : ExportPreview.of(folder -> new RemediationExport().write(contents, folder).files()));
    }

    private ExportContents contents(Case openCase, ChangeList list) {
        StartupList startup = new ListStartup(comparison, CatalogueFiles.NONE).run(openCase, Progress.NONE);
        SnapshotView baseline = openCase.store().view(list.baseline().id());
        Plan plan = Planner.plan(list.changes(), key -> holds(baseline, key), startup.rows());
        UserProfiles users = UserProfiles.of(openCase.store().view(list.suspect().id()));
        Optional<CaseDigest> digest = openCase.digest().map(StoredDigest::digest);
        BaselineFiles gold = new BaselineFiles(baseline, withContent
                ? Optional.of(new TreeFiles(list.baseline().sources())) : Optional.empty());
        return new ExportContents(list.baseline(), list.suspect(),
                list.comparison(), list.changes(),
                Leads.of(list.changes().stream().map(TaggedChange::change)::iterator, startup.rows()), startup.rows(),
                startup.catalogues(), plan, list.baselineGaps(), list.suspectGaps(), users, gold, digest,
                openCase.exportRemarks(list.comparison()));
    }

    private static Bytes sums(List<Path> files) {
        Path sums = files.stream().filter(file -> file.endsWith(RemediationExport.SUMS)).findFirst().orElseThrow();
        try {
            return Sha256.of(Files.readAllBytes(sums));
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The export's " + RemediationExport.SUMS + " cannot be read back. Export again.", e);
        }
    }

    private static boolean holds(SnapshotView view, Location key) {
        try (ItemStream items = view.itemsWithin(key)) {
            return items.hasNext() && items.next().location().sameAs(key);
        }
    }
}
