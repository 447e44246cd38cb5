package org.assay.startup.format;

import java.util.List;
import java.util.function.Predicate;

/**
 * A format of text files with named settings, of which a catalogue picks some by their names. {@link SettingsFormats} lists them.
 */
public interface SettingsFormat {

    /** Its name in a catalogue, in the field {@code syntax}. */
    String name();

    /**
     * The settings of a file, in its order. Never throws.
     *
     * @param picked which names a catalogue picks, without a section
     */
    List<Setting> settings(String text, Predicate<String> picked);
}
