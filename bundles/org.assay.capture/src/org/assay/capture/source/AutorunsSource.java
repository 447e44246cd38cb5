package org.assay.capture.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.assay.capture.autoruns.AutorunsItems;
import org.assay.capture.autoruns.AutorunsTable;
import org.assay.capture.file.FileSystemReader;
import org.assay.model.Evidence;
import org.assay.model.ItemSink;
import org.assay.model.Visible;

/** Lists that Autoruns wrote, of one machine. */
final class AutorunsSource implements EvidenceSource {

    private static final String ADVICE = "Name a file that autorunsc wrote.";

    private final FileSystemReader files;
    private final List<AutorunsTable> tables;

    /** @throws org.assay.model.AssayException when one cannot be read or is no such list */
    AutorunsSource(List<Evidence> lists, FileSystemReader files) {
        this.files = files;
        this.tables = lists.stream().map(list -> table(list, files)).toList();
    }

    private static AutorunsTable table(Evidence list, FileSystemReader files) {
        NamedFile file = NamedFile.of(list.path(), files, ADVICE);
        try {
            return AutorunsTable.read(Visible.text(list.path().toString()), file.tree(), file.entry());
        } catch (IOException e) {
            throw NamedFile.unreadable(list.path(), ADVICE, e);
        }
    }

    @Override
    public String reader() {
        return "autoruns";
    }

    @Override
    public boolean keepsAccessTimes() {
        return files.keepsAccessTimes();
    }

    @Override
    public Optional<String> reasonToStandAlone() {
        return Optional.of("A list of Autoruns stands for a machine from which nothing else was collected."
                + " Capture it into a snapshot of its own.");
    }

    @Override
    public void list(ItemSink sink) {
        AutorunsItems items = new AutorunsItems(sink);
        tables.forEach(items::add);
        items.finish();
    }
}
