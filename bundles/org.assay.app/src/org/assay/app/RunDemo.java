package org.assay.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.app.policy.KnownSources;
import org.assay.capture.EvidenceKinds;
import org.assay.demo.DemoMachine;
import org.assay.demo.DemoOutbreak;
import org.assay.demo.DemoTag;
import org.assay.model.Progress;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Glob;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SourceKind;

/** Runs the main job once on a sample outbreak, all below one folder. */
public record RunDemo(Path folder) {

    /** What the demo made: the case, closed again, and what was seen and written on the way. */
    public record Outcome(Path caseFile, ChangeList changes, StartupList startup, Export export) {
    }

    public static final Argument<Path> FOLDER = Argument.optional("folder", "Folder",
            "A new or empty folder; by default assay-demo in the current one.", "FOLDER", new ArgumentType.FilePath(true))
                    .preset(Path.of("assay-demo"));

    private static final String CASE = "outbreak";
    private static final String HOST = "PC17";
    private static final String ANALYST = "demo";

    /** The case that this made in {@code folder} before; empty when there is none. */
    public static Optional<Path> made(Path folder) {
        return Optional.of(folder.resolve(CASE + ".mv.db")).filter(Files::isRegularFile);
    }

    /** Lays out the machines, captures, compares, tags and exports; fails when the folder holds anything already. */
    public Outcome run(Progress progress) {
        DemoOutbreak outbreak = DemoOutbreak.write(folder);
        try (Case openCase = Case.create(folder.resolve(CASE))) {
            long gold = capture(openCase, HOST, Role.BASELINE, "gold image", outbreak.gold(), progress);
            long infected = capture(openCase, HOST, Role.SUSPECT, "after the outbreak", outbreak.infected(), progress);
            long comparison = new CompareSnapshots(gold, infected, CatalogueFiles.NONE, KnownSources.NONE, CompareSnapshots.USUAL)
                    .run(openCase, progress).comparison().id();
            for (DemoTag tag : outbreak.tags()) {
                new TagChanges(comparison, new ChangeSelection.Matching(new Glob(tag.glob())), tag.decision(), tag.note(), ANALYST)
                        .run(openCase);
            }
            return new Outcome(openCase.file(), new ListChanges(comparison).run(openCase).held(),
                    new ListStartup(comparison, CatalogueFiles.NONE).run(openCase, progress),
                    new ExportRemediation(comparison, folder.resolve("remediation"), true).run(openCase));
        }
    }

    /** Captures one of the sample machines; gives the snapshot's number. */
    public static long capture(Case openCase, String host, Role role, String label, DemoMachine machine, Progress progress) {
        List<Evidence> evidence = Stream.concat(Stream.of(EvidenceKinds.written(SourceKind.TREE, "C", machine.tree().toString())),
                machine.exports().stream().map(export -> EvidenceKinds.written(SourceKind.REG_EXPORT, "", export.toString()))).toList();
        return new CaptureSnapshot(host, role, label, evidence, CatalogueFiles.NONE, CaptureOptions.standard()).run(openCase, progress)
                .id();
    }
}
