package org.assay.startup.catalogue;

import java.util.List;

import org.assay.model.Severity;

/**
 * An autostart location, as the catalogue describes it.
 *
 * @param id its stable name in kebab case
 * @param title what to call it
 * @param places where it is; several for one mechanism's other names and generations
 * @param data how the data there tells what starts
 * @param source which part of a registry value carries it
 * @param separators the characters that separate the members of a list; empty when the data is not a list
 * @param format the format of what lies there, by its name; empty where the file or the value itself is what counts
 * @param severity how much a new or changed entry matters
 * @param technique the ATT&CK technique's id; may be empty
 * @param category the group it belongs to
 * @param select what to look for inside a property list, JSON or XML file; empty elsewhere
 * @param folders the folders in which names without a path are looked for: on Windows before all others, elsewhere instead of the usual
 * @param follow settings whose value names further files of the same kind
 * @param disabled whether what is there was switched off and kept for later
 * @param unreadable why it cannot be searched in a snapshot; empty when it can
 */
public record AutostartLocation(String id, String title, OperatingSystem system, LocationKind kind, List<Place> places, DataKind data,
        DataSource source, String separators, String format, CleanDefault clean, Severity severity, String technique,
        String category, String select, List<String> folders, List<String> follow, boolean disabled, String unreadable) {

    public AutostartLocation {
        places = List.copyOf(places);
        folders = List.copyOf(folders);
        follow = List.copyOf(follow);
    }

    /** Whether a snapshot can be searched for it. */
    public boolean isReadable() {
        return unreadable.isEmpty();
    }
}
