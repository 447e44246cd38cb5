package org.assay.startup.format;

import java.util.List;
import java.util.Locale;

import org.assay.model.Location;
import org.assay.model.startup.EntryDetails;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.CodePage;
import org.assay.startup.text.DriveName;
import org.assay.startup.text.Limits;

/**
 * Where content lies.
 *
 * @param autostart the location of the catalogue that names the place
 * @param where the file or the registry value
 * @param ansi the code page of its texts that are not Unicode
 * @param oem the code page of the console
 */
public record FormatPlace(AutostartLocation autostart, Location where, CodePage ansi, CodePage oem) {

    /** A place whose code pages do not matter. */
    public static FormatPlace of(AutostartLocation autostart, Location where) {
        return new FormatPlace(autostart, where, CodePage.GUESSED, CodePage.GUESSED_OEM);
    }

    /** A command that stands here, with what it finds around it by the location's own word. */
    FileStart start(String label, String command, EntryDetails details) {
        String bounded = Limits.cut(command);
        return new FileStart(Limits.cut(label), bounded, Start.of(bounded, autostart), details);
    }

    /** The same, written with quotes for the resolver and without for people. */
    FileStart start(String label, String quoted, String shown) {
        return new FileStart(label, shown, Start.of(quoted, autostart), EntryDetails.NONE);
    }

    String name() {
        return where.name();
    }

    /** Whether this is a file that Windows opens by the extension of its name, and has this one, which is in lower case. */
    boolean isOpenedAs(String extension) {
        int dot = name().lastIndexOf('.');
        return autostart.data().isFileItself() && autostart.format().isEmpty() && autostart.system() == OperatingSystem.WINDOWS
                && dot >= 0 && name().substring(dot + 1).toLowerCase(Locale.ROOT).equals(extension);
    }

    /** The folder that a file on a Windows volume lies in, as commands name it; empty for a file right in its tree. */
    String folder() {
        List<String> names = where.components();
        return names.size() < 3 ? "" : (DriveName.isOne(names.getFirst()) ? names.getFirst() : "") + "\\"
                + String.join("\\", names.subList(1, names.size() - 1));
    }
}
