package org.assay.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.custody.CustodyAction;
import org.assay.model.custody.CustodySubject;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.StoredChecklist;
import org.assay.model.text.Visible;
import org.assay.store.database.Connections;
import org.assay.store.table.ChecklistTable;
import org.assay.store.table.IncidentTable;

/** The record of the outbreak in an open case; whatever is added is told in the custody log. Fails as {@link CaseFile} does. */
public final class CaseIncident {

    private final Connections connections;
    private final CustodyLog log;

    CaseIncident(Connections connections, CustodyLog log) {
        this.connections = connections;
        this.log = log;
    }

    /** The log, by number. */
    public List<IncidentEntry> entries() {
        return connections.read(IncidentTable::all);
    }

    /** The team's own checklists, by name. */
    public List<StoredChecklist> checklists() {
        return connections.read(ChecklistTable::all);
    }

    /**
     * Appends to the log.
     *
     * @param check is given the entries that are there, and throws where the new one does not fit them; then nothing is stored
     * @param summary what the custody log says of it
     */
    public IncidentEntry append(EntryContent content, Consumer<List<IncidentEntry>> check, String summary) {
        return connections.writeDurably(connection -> {
            check.accept(IncidentTable.all(connection));
            IncidentEntry entry = IncidentTable.insert(connection, Instant.now(), content);
            log.append(connection, CustodyAction.INCIDENT_NOTED, CustodySubject.Kind.INCIDENT, 0,
                    "entry %d: %s".formatted(entry.number(), summary));
            return entry;
        });
    }

    /**
     * Keeps a checklist of the team's own.
     *
     * @param note the entry of the log that tells of it
     * @throws AssayException {@code WRONG_USAGE} when the case has one with its name
     */
    public IncidentEntry add(StoredChecklist checklist, EntryContent note) {
        return connections.writeDurably(connection -> {
            if (ChecklistTable.all(connection).stream().anyMatch(one -> one.name().equals(checklist.name()))) {
                throw new AssayException(ErrorCode.WRONG_USAGE,
                        "The case has a checklist %s already. Give this one another name in its file."
                                .formatted(Visible.text(checklist.name())));
            }
            ChecklistTable.insert(connection, checklist);
            IncidentEntry entry = IncidentTable.insert(connection, Instant.now(), note);
            log.append(connection, CustodyAction.INCIDENT_NOTED, CustodySubject.Kind.INCIDENT, 0,
                    "entry %d: checklist %s".formatted(entry.number(), checklist.name()));
            return entry;
        });
    }
}
