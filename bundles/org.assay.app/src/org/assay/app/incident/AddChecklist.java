package org.assay.app.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.Case;
import org.assay.incident.ChecklistReader;
import org.assay.incident.IncidentRecord;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.StoredChecklist;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;

/** Keeps a checklist of the team's own in the case. */
public record AddChecklist(Path file, String author) {

    public static final Argument<Path> FILE = Argument.optional("add", "Own checklist", "Keep this checklist of your own in the case;"
            + " docs/incident.md describes the file.", "FILE", new ArgumentType.FilePath(false));

    private static final int MAX_BYTES = 1 << 20;

    /** Reads and stores it; fails with {@code WRONG_USAGE}, and the line, when it is no checklist, or one of its name is there. */
    public Checklist run(Case openCase) {
        byte[] toml = read();
        Checklist checklist = ChecklistReader.read(toml, file.toString());
        if (ChecklistReader.shipped().stream().anyMatch(one -> one.name().equals(checklist.name()))) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Assay has a checklist " + checklist.name()
                    + " of its own. Give this one another"
                    + " name.");
        }
        EntryDetail note = new EntryDetail.Note();
        openCase.addChecklist(new StoredChecklist(checklist.name(), Bytes.copyOf(toml)), new EntryContent(Instant.now(), author,
                new IncidentRecord(openCase.incident()).usualPhase(note), note, "checklist " + checklist.name() + " added: "
                        + checklist.points().size() + " points", Duration.ZERO, List.of()));
        return checklist;
    }

    private byte[] read() {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "The checklist " + Visible.text(file.toString())
                        + " is larger than 1 MiB. Name another file.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The checklist " + Visible.text(file.toString()) + " cannot be read: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Name a file that is there and readable.", e);
        }
    }
}
