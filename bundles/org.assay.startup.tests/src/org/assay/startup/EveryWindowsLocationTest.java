package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.Progress;
import org.assay.model.item.ValueType;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.DataSource;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.catalogue.Place;
import org.assay.startup.catalogue.Precedence;
import org.assay.startup.catalogue.Reach;
import org.assay.startup.format.BitsQueueTest;
import org.assay.startup.format.ShortcutBytes;
import org.assay.startup.format.TaskFileTest;
import org.assay.startup.format.WmiRepositoryTest;
import org.assay.startup.scan.WindowsContextTest;
import org.junit.jupiter.api.Test;

/**
 * Plants, at every place of every Windows location, what the location says is there, and expects one entry with the location's id, the
 * planted command, and the planted file as what starts. The snapshots are made from the catalogue, so no location can be dead.
 */
class EveryWindowsLocationTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final String PROGRAM = "C:\\WINDOWS\\planted.exe";
    private static final String LIBRARY = "C:\\WINDOWS\\System32\\planted.dll";
    private static final String ID = "{11111111-2222-3333-4444-555555555555}";

    /** What is planted and what must come of it. */
    private record Expected(String command, String target, TargetOutcome outcome) {

        static Expected found(String command, String target) {
            return new Expected(command, target, TargetOutcome.FOUND);
        }

        static Expected nothing(String command) {
            return new Expected(command, "", TargetOutcome.NONE);
        }

        boolean isMetBy(StartupEntry entry) {
            return entry.command().equals(command) && entry.outcome() == outcome && entry.targetPath().equalsIgnoreCase(target);
        }
    }

    @Test
    void everyReadableLocationLeadsFromEachOfItsPlacesToTheFileThatStarts() {
        List<String> dead = new ArrayList<>();
        int places = 0;
        for (AutostartLocation autostart : CATALOGUE.locations()) {
            if (autostart.system() == OperatingSystem.WINDOWS && autostart.isReadable()
                    && (autostart.kind().precedence() == Precedence.NAMED || autostart.kind().reach().isRegistry())
                    && autostart.kind().precedence() != Precedence.RECORD
                    && autostart.kind().reach() != Reach.CONTENT && !autostart.id().equals("startup-redirected")) {
                for (Place place : autostart.places()) {
                    for (String value : place.values().isEmpty() ? List.of("") : place.values()) {
                        dead(autostart, place, value).ifPresent(dead::add);
                        places++;
                    }
                }
            }
        }
        assertEquals(List.of(), dead, "of " + places + " places");
        assertTrue(places > 700, "places: " + places);
    }

    private static Optional<String> dead(AutostartLocation autostart, Place place, String value) {
        MemorySnapshot snapshot = new MemorySnapshot().withFolder("C:\\WINDOWS").withFolder("C:\\Program Files").with(PROGRAM, LIBRARY)
                .value("HKLM\\SYSTEM\\ControlSet001\\Services\\planted", "ImagePath", PROGRAM)
                .value("HKLM\\SOFTWARE\\Classes\\CLSID\\" + ID + "\\InprocServer32", "", LIBRARY);
        Expected expected = autostart.kind().reach().isRegistry() ? registry(snapshot, autostart, place, value)
                : file(snapshot, autostart, place, value);
        List<StartupEntry> entries = StartupScan.run(alone(autostart), snapshot, Progress.NONE).entries();
        boolean met = entries.stream().anyMatch(entry -> entry.catalogueId().equals(autostart.id()) && expected.isMetBy(entry));
        return met ? Optional.empty() : Optional.of(autostart.id() + " " + place.path() + " " + value + ": expected " + expected + " in "
                + entries.stream().map(entry -> entry.command() + " " + entry.outcome() + " " + entry.targetPath()).toList());
    }

    /** A catalogue of this one location; building the whole one hundreds of times takes too long. */
    private static Catalogue alone(AutostartLocation autostart) {
        return Catalogue.of(List.of(autostart));
    }

    private static Expected registry(MemorySnapshot snapshot, AutostartLocation autostart, Place place, String value) {
        String named = autostart.data() == DataKind.SERVICE ? "planted" : autostart.data() == DataKind.LIBRARY ? LIBRARY : ID;
        boolean byKey = place.values().isEmpty() || autostart.source() == DataSource.KEY;
        String key = SpelledPath.of(place.path(), byKey ? named : "x1");
        if (place.values().isEmpty()) {
            snapshot.withKey(key);
            return named(autostart, last(key));
        }
        String name = value.equals("(Default)") ? "" : value.replace("*", autostart.source() == DataSource.NAME ? named : "x1");
        return switch (autostart.source()) {
            case NAME -> {
                snapshot.value(key, name, "");
                yield named(autostart, name);
            }
            case KEY -> {
                snapshot.value(key, name, "");
                yield named(autostart, last(key));
            }
            case DATA, DATA_OR_KEY -> data(snapshot, autostart, key, name);
        };
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('\\') + 1);
    }

    private static Expected named(AutostartLocation autostart, String text) {
        return autostart.data() == DataKind.TEXT ? Expected.nothing(text)
                : Expected.found(text, autostart.data() == DataKind.SERVICE ? PROGRAM : LIBRARY);
    }

    private static Expected data(MemorySnapshot snapshot, AutostartLocation autostart, String key, String name) {
        String text = switch (autostart.data()) {
            case LIBRARY -> LIBRARY;
            case SERVICE -> "planted";
            case FUNCTION -> LIBRARY + "|Run|x";
            case NATIVE -> "autocheck " + PROGRAM + " *";
            case TEXT, FOLDER -> "planted";
            case DROP_INS -> "C:\\WINDOWS";
            default -> PROGRAM;
        };
        switch (autostart.data()) {
            case ANSI_PATH -> snapshot.value(key, name, ValueType.BINARY, (text + "\0").getBytes(StandardCharsets.ISO_8859_1));
            case RENAME -> snapshot.value(key, name, ValueType.MULTI_SZ, MemorySnapshot.utf16(text + "\0!C:\\x.exe\0\0"));
            default -> {
                if (autostart.format().equals("task-actions")) {
                    snapshot.value(key, name, ValueType.BINARY, WindowsContextTest.actions(PROGRAM, ""));
                } else {
                    snapshot.value(key, name, text);
                }
            }
        }
        return switch (autostart.data()) {
            case TEXT, FOLDER -> Expected.nothing(text);
            case RENAME -> Expected.found("!C:\\x.exe=" + text, PROGRAM);
            case LIBRARY, FUNCTION -> Expected.found(text, LIBRARY);
            default -> Expected.found(text, PROGRAM);
        };
    }

    private static Expected file(MemorySnapshot snapshot, AutostartLocation autostart, Place place, String value) {
        String path = "C:\\" + SpelledPath.of(place.path(), "x1").replace('/', '\\');
        boolean setting = autostart.kind().name().equals("ini-value") && !place.values().isEmpty();
        if (setting) {
            return setting(snapshot, autostart, path, value.replace("*", "x1"));
        }
        String lower = path.toLowerCase();
        if (autostart.format().equals("task") && lower.endsWith(".job")) {
            snapshot.withBytes(path, TaskFileTest.job(PROGRAM, "", 0));
            return Expected.found(PROGRAM, PROGRAM);
        }
        if (autostart.data() == DataKind.FILE && lower.endsWith(".lnk")) {
            snapshot.withBytes(path, new ShortcutBytes().items(PROGRAM).toArray());
            return Expected.found("\"" + PROGRAM + "\"", PROGRAM);
        }
        if (autostart.format().equals("wmi") && lower.endsWith("objects.data")) {
            snapshot.withBytes(path, WmiRepositoryTest.repository()).with("C:\\evil.exe");
            return Expected.found("cmd /c C:\\evil.exe", "C:\\evil.exe");
        }
        if (autostart.format().equals("bits")) {
            snapshot.withBytes(path, BitsQueueTest.queue("x", PROGRAM, ""));
            return Expected.found(PROGRAM, PROGRAM);
        }
        return switch (autostart.format()) {
            case "xml", "json" -> selected(snapshot, autostart, path);
            default -> text(snapshot, autostart, path);
        };
    }

    private static Expected text(MemorySnapshot snapshot, AutostartLocation autostart, String path) {
        switch (autostart.format()) {
            case "task" -> snapshot.withText(path, TaskFileTest.xml("<Exec><Command>" + PROGRAM + "</Command></Exec>"));
            case "batch" -> snapshot.withText(path, "@echo off\r\n" + PROGRAM + "\r\n");
            default -> snapshot.withText(path, "x");
        }
        boolean inside = List.of("task", "batch").contains(autostart.format());
        return inside ? Expected.found(PROGRAM, PROGRAM) : Expected.found(path, path);
    }

    private static Expected setting(MemorySnapshot snapshot, AutostartLocation autostart, String path, String selector) {
        boolean directive = autostart.format().equals("directives");
        String text = switch (autostart.data()) {
            case LIBRARY -> LIBRARY;
            case TEXT -> "planted";
            default -> PROGRAM;
        };
        String name = selector.startsWith("[") ? selector.substring(selector.indexOf("] ") + 2) : selector;
        String section = selector.startsWith("[") ? selector.substring(0, selector.indexOf("] ") + 1) + "\r\n" : "";
        snapshot.withText(path, section + name + (directive ? " " : "=") + text + "\r\n");
        return switch (autostart.data()) {
            case TEXT -> Expected.nothing(text);
            case RENAME -> Expected.found(name + "=" + text, PROGRAM);
            default -> Expected.found(text, text);
        };
    }

    private static Expected selected(MemorySnapshot snapshot, AutostartLocation autostart, String path) {
        String folder = path.substring(0, path.lastIndexOf('\\'));
        String text = autostart.data() == DataKind.BUNDLE ? "in\\planted.exe" : autostart.data() == DataKind.LIBRARY ? LIBRARY : "planted";
        snapshot.withText(path, SelectedText.of(autostart.format(), autostart.select(), text)).with(folder + "\\in\\planted.exe");
        return switch (autostart.data()) {
            case BUNDLE -> Expected.found("\"" + folder + "\\" + text + "\"", folder + "\\" + text);
            case LIBRARY -> Expected.found(text, LIBRARY);
            case COMMAND -> Expected.found(text, PROGRAM);
            default -> Expected.nothing(text);
        };
    }

    @Test
    void theUnreadableLocationsOfWindowsAreTheseAndSayWhy() {
        List<String> unreadable = CATALOGUE.unreadable().stream().filter(each -> each.system() == OperatingSystem.WINDOWS)
                .map(AutostartLocation::id).sorted().toList();
        assertEquals(List.of("mbr", "vbr"), unreadable);
    }
}
