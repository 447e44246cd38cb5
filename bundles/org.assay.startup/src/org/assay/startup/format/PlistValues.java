package org.assay.startup.format;

import org.assay.startup.match.FileStarts;

/** The values that a catalogue selects in a property list, binary or XML. */
public final class PlistValues implements StartupFormat {

    @Override
    public String name() {
        return "plist";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        return SelectedValues.read(place, content, PropertyList::read);
    }
}
