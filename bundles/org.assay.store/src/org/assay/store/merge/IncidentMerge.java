package org.assay.store.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.StoredChecklist;
import org.assay.store.table.ChecklistTable;
import org.assay.store.table.IncidentTable;

/**
 * Takes the incident's log and checklists of another case into this one: an entry that both have is there once, the others come behind
 * ours, in their order, and keep the time at which they were written.
 *
 * @param comparisons by the other case's numbers, those here
 */
record IncidentMerge(Connection from, Connection to, Map<Long, Long> comparisons) {

    /** @param leftOut takes what does not come, a phrase each */
    int run(List<String> leftOut) throws SQLException {
        checklists(leftOut);
        Map<List<Object>, Long> ours = new HashMap<>();
        for (IncidentEntry entry : IncidentTable.all(to)) {
            ours.put(key(entry, entry.content()), entry.number());
        }
        Map<Long, Long> numbers = new HashMap<>();
        int taken = 0;
        for (IncidentEntry theirs : IncidentTable.all(from)) {
            EntryContent content = here(theirs.content(), numbers);
            Long known = ours.get(key(theirs, content));
            numbers.put(theirs.number(), known != null ? known : IncidentTable.insert(to, theirs.written(), content).number());
            taken += known == null ? 1 : 0;
        }
        return taken;
    }

    private void checklists(List<String> leftOut) throws SQLException {
        Map<String, StoredChecklist> ours = new HashMap<>();
        ChecklistTable.all(to).forEach(one -> ours.put(one.name(), one));
        for (StoredChecklist theirs : ChecklistTable.all(from)) {
            if (!ours.containsKey(theirs.name())) {
                ChecklistTable.insert(to, theirs);
            } else if (!ours.get(theirs.name()).equals(theirs)) {
                leftOut.add("the checklist %s, of which there is another one here".formatted(theirs.name()));
            }
        }
    }

    /** What it speaks of may have other numbers in another case, so these do not tell two entries apart. */
    private static List<Object> key(IncidentEntry entry, EntryContent content) {
        return List.of(entry.written(), content.happened(), content.author(), content.phase(), content.detail(), content.text(),
                content.spent());
    }

    private EntryContent here(EntryContent content, Map<Long, Long> numbers) {
        EntryDetail detail = content.detail() instanceof EntryDetail.SwitchedOn on
                ? new EntryDetail.SwitchedOn(numbers.getOrDefault(on.off(), 0L)) : content.detail();
        List<EntryReference> references = new ArrayList<>();
        for (EntryReference reference : content.references()) {
            references.add(reference instanceof EntryReference.ToChange change ? new EntryReference.ToChange(change.host(),
                    here(change.comparison()), change.number(), change.location()) : reference);
        }
        return new EntryContent(content.happened(), content.author(), content.phase(), detail, content.text(), content.spent(), references);
    }

    private OptionalLong here(OptionalLong comparison) {
        return comparison.isEmpty() ? comparison : Optional.ofNullable(comparisons.get(comparison.getAsLong())).map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
