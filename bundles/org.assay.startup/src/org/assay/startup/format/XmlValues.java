package org.assay.startup.format;

import org.assay.startup.match.FileStarts;

/** The values that a catalogue selects in an XML file. */
public final class XmlValues implements StartupFormat {

    @Override
    public String name() {
        return "xml";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        return SelectedValues.read(place, content, XmlNodes::read);
    }
}
