package org.assay.startup.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.model.FileItem;
import org.assay.model.Location;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.text.DriveName;

/** Knows for which files what starts stands inside them, and how each is read. */
public final class FileFormats {

    private FileFormats() {
    }

    /** How to read {@code file} at {@code autostart}; empty when the file itself is what starts, or holds settings. */
    public static Optional<FileReading> of(AutostartLocation autostart, FileItem file) {
        return switch (autostart.syntax()) {
            case CRONTAB -> Optional.of(content -> Crontab.read(content, autostart.syntax(), file.location().name()));
            case SYSTEM_CRONTAB, ANACRONTAB -> Optional.of(content -> Crontab.read(content, autostart.syntax(), ""));
            case DESKTOP -> Optional.of(DesktopEntry::read);
            case LAUNCHD -> Optional.of(LaunchdJob::read);
            case LAUNCHD_OVERRIDES -> Optional.of(LaunchdOverrides::read);
            case INI, DIRECTIVES, SYSTEMD -> switch (autostart.kind()) {
                case PLIST_VALUE, JSON_VALUE, XML_VALUE -> Optional.of(
                        content -> NodeFile.read(content, autostart, folder(file.location())));
                default -> ofData(autostart, file);
            };
        };
    }

    private static Optional<FileReading> ofData(AutostartLocation autostart, FileItem file) {
        return switch (autostart.data()) {
            case TASK -> Optional.of(TaskFile::read);
            case WMI -> file.location().name().equalsIgnoreCase("OBJECTS.DATA") ? Optional.of(WmiRepository::read)
                    : Optional.empty();
            case BATCH -> Optional.of(BatchFile::read);
            case FILE -> autostart.system() == OperatingSystem.WINDOWS ? ofName(file.location().name()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The folder that a file on a Windows volume lies in, as commands name it; empty for a file right in its tree. */
    private static String folder(Location where) {
        List<String> names = where.components();
        return names.size() < 3 ? "" : (DriveName.isOne(names.getFirst()) ? names.getFirst() : "") + "\\"
                + String.join("\\", names.subList(1, names.size() - 1));
    }

    private static Optional<FileReading> ofName(String name) {
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
            case "lnk" -> Optional.of(Shortcut::read);
            case "url", "website" -> Optional.of(InternetShortcut::read);
            case "pif" -> Optional.of(PifFile::read);
            default -> Optional.empty();
        };
    }
}
