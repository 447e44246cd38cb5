package org.assay.app.incident;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.Case;
import org.assay.app.fleet.FleetAnswers;
import org.assay.app.fleet.FleetArguments;
import org.assay.app.fleet.ReadFleet;
import org.assay.incident.IncidentRecord;
import org.assay.incident.IncidentReport;
import org.assay.incident.ReportContents;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.fleet.Fleet;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.EntryDetail;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.model.text.Visible;

/**
 * Writes the report of the incident, and notes its SHA-256 in the custody log.
 *
 * @param file must not be there
 * @param meant which hosts, with which baseline
 */
public record ReportIncident(Path file, FleetArguments meant) {

    public static final Argument<Path> FILE = Argument.required("out", "Page", "The page to write; it must not be there.", "FILE",
            new ArgumentType.FilePath(false));

    /** Writes; fails with {@code OUTPUT} where something is at {@code file}, or it cannot be written. */
    public void run(Case openCase, Progress progress) {
        openCase.requireWritable();
        Fleet fleet = new ReadFleet(meant).run(openCase, progress);
        IncidentRecord log = new IncidentRecord(openCase.incident());
        Set<String> begun = log.ofKind(EntryDetail.PointMarked.class).stream()
                .map(entry -> ((EntryDetail.PointMarked) entry.content().detail()).checklist()).collect(Collectors.toSet());
        List<Checklist> checklists = CaseChecklists.of(openCase).stream().filter(one -> begun.contains(one.name())).toList();
        write(new ReportContents(openCase.file().getFileName().toString(),
                openCase.digest().map(stored -> stored.digest().shortText()), Instant.now(), log, log.standing(checklists),
                new ReadTimeline().run(openCase), fleet, FleetAnswers.hosts(fleet)));
        openCase.exported(sha256(), "report of the incident, to " + file.toAbsolutePath());
    }

    private void write(ReportContents contents) {
        try (OutputStream out = new BufferedOutputStream(OwnerOnly.create(file))) {
            IncidentReport.write(contents, out);
        } catch (FileAlreadyExistsException e) {
            throw new AssayException(ErrorCode.OUTPUT, "Something is at " + Visible.text(file.toString())
                    + " already. Choose another name.", e);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private AssayException unwritten(IOException cause) {
        return new AssayException(ErrorCode.OUTPUT, "The report " + Visible.text(file.toString()) + " could not be written: "
                + Visible.text(String.valueOf(cause.getMessage())) + ". Check its folder, the free space and your rights.", cause);
    }

    private Bytes sha256() {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw unwritten(e);
        }
    }
}
