package org.assay.remedy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.registry.reg.RegFormat;
import org.assay.remedy.ExportFolder.Written;

/**
 * Writes what a comparison's tags lead to into a folder: for people, for programs, and to be run. Nothing is run here.
 *
 * <p>File names and registry data are the attacker's. Each output says them in a way that its reader cannot take for a command, a formula,
 * markup or another place; what an output cannot say so is left to a manual step, which the report and the read-me list.
 */
public final class RemediationExport {

    /** The file with the digests of all others. */
    public static final String SUMS = "SHA256SUMS";

    /**
     * What was written.
     *
     * @param files in the order in which they were written
     * @param actions how many steps of the plan scripts and imports do, a restart included
     * @param manualSteps how many are left to a person
     */
    public record Outcome(List<Path> files, int actions, int manualSteps) {

        public Outcome {
            files = List.copyOf(files);
        }
    }

    /**
     * Writes the export. {@code repair.reg}, {@code remedy.sh} and {@code remedy.cmd} are only written when they have something to
     * do, and {@code repair-regedit4.reg}, which Windows 95, 98, ME and NT 4 need, when it can hold the same; {@code indicators} has only
     * files with something to look for. The folder is there when all of it is, and not before.
     *
     * @param folder a new folder, or an empty one
     * @throws AssayException with {@link ErrorCode#OUTPUT} when the folder holds anything or a file cannot be written
     */
    public Outcome write(ExportContents contents, Path folder) {
        try (ExportFolder export = ExportFolder.create(folder)) {
            Routing work = Routing.of(contents);
            GoldCopies gold = GoldCopies.write(contents, export);
            export.write("plan.json", out -> PlanJson.write(contents, work, out));
            String plan = export.written().getLast().sha256();
            export.write("changes.json", out -> ChangesJson.write(contents, out));
            export.write("changes.csv", out -> ChangesCsv.write(contents.changes(), out));
            if (!work.registry().isEmpty()) {
                export.write("repair.reg", out -> RepairFile.write(work.imported(), RegFormat.VERSION_5, out));
                export.write("undo.reg", out -> UndoFile.write(work.imported(), RegFormat.VERSION_5, out));
                if (RepairFile.fits(work.imported(), RegFormat.REGEDIT4)) {
                    export.write("repair-regedit4.reg", out -> RepairFile.write(work.imported(), RegFormat.REGEDIT4, out));
                }
                if (UndoFile.fits(work.imported(), RegFormat.REGEDIT4)) {
                    export.write("undo-regedit4.reg", out -> UndoFile.write(work.imported(), RegFormat.REGEDIT4, out));
                }
            }
            if (!work.shell().isEmpty()) {
                export.write("remedy.sh", out -> ShellScript.write(work.shell(), plan, out));
            }
            if (!work.guarded().isEmpty()) {
                RegistrySteps.write(work.guarded(), export);
            }
            if (!work.guarded().isEmpty() || !work.batch().isEmpty()) {
                BatchScript.write(work.guarded(), work.batch(), plan, export);
            }
            export.write("report.html", out -> ReportHtml.write(contents, work, out));
            Indicators indicators = Indicators.of(contents);
            write(indicators, contents.suspect().host(), export);
            byte[] readme = ReadmeText.of(contents, work, gold, indicators).getBytes(StandardCharsets.UTF_8);
            String sums = export.written().stream().map(RemediationExport::sum).collect(Collectors.joining())
                    + sum(new Written("README.txt", ExportFolder.sha256(readme)));
            export.write(SUMS, out -> out.write(sums.getBytes(StandardCharsets.US_ASCII)));
            export.write("README.txt", out -> out.write(readme));
            export.finish();
            return new Outcome(export.written().stream().map(export::path).toList(),
                    contents.plan().steps().size() - work.byHand().size(), work.byHand().size());
        }
    }

    /**
     * Fails unless a folder that exports are written into is new or empty, so that no other export is mixed with them.
     *
     * @throws AssayException with {@link ErrorCode#OUTPUT}
     */
    public static void requireNewOrEmpty(Path folder) {
        ExportFolder.requireNewOrEmpty(folder);
    }

    private static void write(Indicators indicators, String host, ExportFolder export) {
        if (Sha256List.hasAny(indicators)) {
            export.write("indicators/sha256.txt", out -> Sha256List.write(indicators.all(), out));
            export.write("indicators/files.yar", out -> YaraRules.write(indicators.all(), out));
        }
        if (!indicators.all().isEmpty()) {
            export.write("indicators/stix.json", out -> StixBundle.write(host, indicators.all(), out));
            export.write("indicators/sigma.yml", out -> SigmaRules.write(host, indicators.all(), out));
        }
    }

    /** A line as {@code sha256sum} of the GNU coreutils writes and checks it. */
    private static String sum(Written file) {
        return file.sha256() + "  " + file.name() + "\n";
    }
}
