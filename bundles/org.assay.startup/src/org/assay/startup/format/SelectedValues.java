package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.startup.EntryDetails;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.StartupMatch.Start;

/** Finds in what a file holds the values that a location selects. */
final class SelectedValues {

    private SelectedValues() {
    }

    /** How content is taken apart. */
    @FunctionalInterface
    interface Parser {

        Node read(byte[] content) throws DamagedFile;
    }

    /** The values that the location selects; a bundle is a file below the file's own folder. */
    static FileStarts read(FormatPlace place, byte[] content, Parser parser) {
        AutostartLocation autostart = place.autostart();
        try {
            List<FileStart> starts = new ArrayList<>();
            for (Selector.Found found : Selector.parse(autostart.select()).in(parser.read(content))) {
                boolean bundle = autostart.data() == DataKind.BUNDLE;
                String text = bundle ? "\"" + place.folder() + "\\" + found.node().shown() + "\"" : found.node().shown();
                DataKind data = !(found.node() instanceof Node.Text) ? DataKind.TEXT : bundle ? DataKind.COMMAND : autostart.data();
                starts.add(new FileStart(found.label(), text, Start.of(text, data), EntryDetails.NONE));
            }
            return FileStarts.of(starts);
        } catch (DamagedFile e) {
            return FileStarts.unread(e.getMessage());
        }
    }
}
