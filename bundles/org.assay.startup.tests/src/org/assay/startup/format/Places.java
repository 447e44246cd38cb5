package org.assay.startup.format;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.CleanDefault;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.DataSource;
import org.assay.startup.catalogue.LocationKinds;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.match.FileStarts;

/** Places of no catalogue, for reading single files. */
public final class Places {

    private Places() {
    }

    /** A file of this format, which is called as a user's files are; property lists, JSON and XML are searched for {@code select}. */
    public static FormatPlace of(String format, String select) {
        AutostartLocation autostart = new AutostartLocation("any", "Any place", OperatingSystem.WINDOWS,
                LocationKinds.named("file").orElseThrow(), List.of(), DataKind.COMMAND, DataSource.DATA, "", format,
                new CleanDefault(CleanDefault.Mode.BASELINE, List.of()), Severity.LOW, "", "", select, List.of(), List.of(), false, "");
        return FormatPlace.of(autostart, Location.file("C:", "any", "ann"));
    }

    /** What {@code format} reads in {@code content}. */
    public static FileStarts read(StartupFormat format, byte[] content) {
        return format.read(of(format.name(), format.name().equals("columns") ? ":2+" : "**.*"), content);
    }

    /** What {@code format} reads in {@code text}, as label and command. */
    static List<String> told(StartupFormat format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8)).starts().stream().map(start -> start.label() + " | " + start.command())
                .toList();
    }

    /** What the first format of this name that fits reads in {@code content}. */
    public static FileStarts read(String format, byte[] content) {
        return StartupFormats.read(of(format, "**.*"), content);
    }
}
