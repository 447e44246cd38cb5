package org.assay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

import org.assay.compare.Leads;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseDigest;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.ItemStream;
import org.assay.model.remediation.Plan;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.snapshot.UserProfiles;
import org.assay.model.text.Bytes;
import org.assay.remedy.ExportContents;
import org.assay.remedy.Planner;
import org.assay.remedy.RemediationExport;

/** Writes the remediation that follows from a comparison's tags into a folder. */
public record ExportRemediation(long comparison, Path folder) {

    public static final Argument<Path> FOLDER = Argument.required("out", "Folder", "The folder; it must be new or empty.", "DIR",
            new ArgumentType.FilePath(true));

    /** Writes; fails when the folder holds anything already, so that no earlier export is mixed with this one. */
    public Export run(Case openCase) {
        StartupList startup = new ListStartup(comparison, CatalogueFiles.NONE).run(openCase, Progress.NONE);
        ChangeList list = new ListChanges(comparison).run(openCase);
        SnapshotView gold = openCase.store().view(list.baseline().id());
        Plan plan = Planner.plan(list.changes(), key -> holds(gold, key));
        UserProfiles users = UserProfiles.of(openCase.store().view(list.suspect().id()));
        Optional<CaseDigest> digest = openCase.digest().map(StoredDigest::digest);
        List<Path> files = new RemediationExport().write(new ExportContents(list.baseline(), list.suspect(), list.comparison(),
                list.changes(), Leads.of(list.changes().stream().map(TaggedChange::change)::iterator, startup.rows()), startup.rows(),
                startup.catalogues(), plan, list.baselineGaps(), list.suspectGaps(), users, gold::content, digest,
                openCase.clockRemarks()), folder);
        openCase.store().custody().exported(comparison, sums(files), "%d files, %d actions, to %s".formatted(files.size(),
                plan.actions().size(), folder.toAbsolutePath()));
        return new Export(folder, files, plan, list.gaps(), digest, openCase.logHead());
    }

    private static Bytes sums(List<Path> files) {
        Path sums = files.stream().filter(file -> file.endsWith(RemediationExport.SUMS)).findFirst().orElseThrow();
        try {
            return Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(sums)));
        } catch (IOException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The export's " + RemediationExport.SUMS + " cannot be read back. Export again.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean holds(SnapshotView view, Location key) {
        try (ItemStream items = view.itemsWithin(key)) {
            return items.hasNext() && items.next().location().sameAs(key);
        }
    }
}
