package org.assay.startup.format;

import org.assay.startup.match.FileStarts;

/** The values that a catalogue selects in a JSON file. */
public final class JsonValues implements StartupFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        return SelectedValues.read(place, content, JsonNodes::read);
    }
}
