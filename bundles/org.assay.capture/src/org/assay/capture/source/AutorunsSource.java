package org.assay.capture.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.assay.capture.autoruns.AutorunsItems;
import org.assay.capture.autoruns.AutorunsTable;
import org.assay.capture.file.FileSystemReader;
import org.assay.model.Location;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Visible;

/** Lists that Autoruns wrote, of one machine. They tell nothing of places where other evidence is read. */
final class AutorunsSource implements EvidenceSource {

    private static final String ADVICE = "Name a file that autorunsc wrote.";

    @Override
    public EvidenceKind kind() {
        return new EvidenceKind(SourceKind.AUTORUNS, "Autoruns list", "autoruns", "A list that autorunsc -c or -x wrote (with -h"
                + " and -s it tells more); what other evidence holds is taken from that.", Optional.empty(), false,
                List.of("*.csv", "*.xml", "*"));
    }

    @Override
    public boolean recognises(byte[] start) {
        return !AutorunsTable.of(start).rows().isEmpty();
    }

    @Override
    public OpenEvidence open(List<Evidence> lists, FileSystemReader files) {
        List<AutorunsTable> tables = lists.stream().map(list -> table(list.path(), files)).toList();
        return OpenEvidence.lists(tables.stream().map(_ -> "autoruns").toList(),
                List.of((sink, isRead) -> list(tables, sink, isRead)), files);
    }

    private static AutorunsTable table(String path, FileSystemReader files) {
        NamedFile file = NamedFile.of(path, files, ADVICE);
        try {
            return AutorunsTable.read(Visible.text(path), file.tree(), file.entry());
        } catch (IOException e) {
            throw NamedFile.unreadable(path, ADVICE, e);
        }
    }

    private static void list(List<AutorunsTable> tables, ItemSink sink, Predicate<Location> isRead) {
        AutorunsItems items = new AutorunsItems(sink);
        tables.forEach(items::add);
        items.finish(isRead);
    }
}
