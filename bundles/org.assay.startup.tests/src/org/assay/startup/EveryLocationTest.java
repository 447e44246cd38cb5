package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.text.RegistryName;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.DataSource;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.catalogue.Place;
import org.assay.startup.catalogue.Precedence;
import org.assay.startup.catalogue.Reach;
import org.junit.jupiter.api.Test;

/** Plants something at every place of every location that the scan supports, made from the place's own pattern. */
class EveryLocationTest {

    /** Where two locations name one place equally well, the first in the catalogue speaks. The key is the one that does not. */
    private static final Map<String, Set<String>> WINNERS = new TreeMap<>(Map.of("startup-nt4-user", Set.of("startup-9x-profiles")));

    /** Its places are what the registry says; {@code RedirectedFoldersTest} plants them. */
    private static final String REDIRECTED = "startup-redirected";
    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    void everySupportedLocationIsFoundAtEachOfItsPlaces() {
        List<Planted> all = plantedPlaces();
        Map<Planted, List<StartupEntry>> entries = scanned(all);
        Map<String, Set<String>> others = new TreeMap<>();
        Set<String> found = new TreeSet<>();
        Set<String> astray = new TreeSet<>();
        for (Planted planted : all) {
            String id = planted.autostart().id();
            List<String> ids = entries.get(planted).stream().map(StartupEntry::catalogueId).toList();
            if (ids.contains(id)) {
                found.add(id);
            } else {
                others.computeIfAbsent(id, _ -> new TreeSet<>()).addAll(ids);
            }
            if (ids.contains(id) && planted.leadsToAFile() && entries.get(planted).stream().noneMatch(planted::isLedTo)) {
                astray.add(id);
            }
        }
        assertEquals(Set.of(), astray, "locations whose command does not lead to the planted file");
        assertEquals(WINNERS, others, "locations that are reported under another one's id");
        assertEquals(887, found.size(), "locations found under their own id, of 903 less 7 unreadable, 2 of content, one redirected,"
                + " 5 of the rest");
    }

    private static List<Planted> plantedPlaces() {
        List<Planted> all = new ArrayList<>();
        for (AutostartLocation autostart : CATALOGUE.locations()) {
            if (autostart.isReadable() && autostart.kind().reach() != Reach.CONTENT && autostart.kind().precedence() == Precedence.NAMED
                    && !autostart.id().equals(REDIRECTED)) {
                for (Place place : autostart.places()) {
                    (place.values().isEmpty() ? List.of("") : place.values()).forEach(value -> all.add(new Planted(autostart, place,
                            value)));
                }
            }
        }
        return all;
    }

    /** Scans as many places at once as have different paths; a scan of each alone would take a minute. */
    private static Map<Planted, List<StartupEntry>> scanned(List<Planted> all) {
        Map<Planted, List<StartupEntry>> entries = new HashMap<>();
        List<Planted> left = new ArrayList<>(all);
        while (!left.isEmpty()) {
            MemorySnapshot snapshot = new MemorySnapshot().with(left.getFirst().autostart().system() == OperatingSystem.WINDOWS
                    ? "C:\\WINDOWS\\planted.exe" : "/opt/planted");
            Map<String, Planted> byPlace = new HashMap<>();
            OperatingSystem system = left.getFirst().autostart().system();
            List<Planted> later = new ArrayList<>();
            for (Planted planted : left) {
                if (planted.autostart().system() == system && byPlace.putIfAbsent(planted.where(), planted) == null) {
                    planted.plant(snapshot);
                    entries.put(planted, new ArrayList<>());
                } else {
                    later.add(planted);
                }
            }
            for (StartupEntry entry : StartupScan.run(CATALOGUE, snapshot, Progress.NONE).entries()) {
                Planted planted = byPlace.get(RegistryName.fold(entry.location().text()));
                if (planted != null) {
                    entries.get(planted).add(entry);
                }
            }
            left = later;
        }
        return entries;
    }

    /** One thing that a place's pattern means. */
    private record Planted(AutostartLocation autostart, Place place, String value) {

        /** Whether what is planted is a command that names a file. */
        boolean leadsToAFile() {
            boolean told = switch (autostart.data()) {
                case COMMAND, LIBRARY, NATIVE -> !List.of("task", "task-actions", "wmi", "bits").contains(autostart.format());
                default -> false;
            };
            boolean unit = autostart.format().equals("systemd") && !place.path().endsWith("**") && !place.path().endsWith(".conf");
            return told && !unit && autostart.source() == DataSource.DATA && !(place.values().isEmpty()
                    && (autostart.kind().reach().isRegistry() || autostart.kind().name().equals("ini-value")));
        }

        boolean isLedTo(StartupEntry entry) {
            return entry.catalogueId().equals(autostart.id()) && entry.outcome() == TargetOutcome.FOUND
                    && List.of("C:\\WINDOWS\\planted.exe", "/opt/planted").contains(entry.targetPath())
                    && entry.command().contains("planted");
        }

        /** The folded text of its location. */
        String where() {
            MemorySnapshot alone = new MemorySnapshot();
            plant(alone);
            String text = "";
            for (ItemStream items = alone.items(); items.hasNext();) {
                Item item = items.next();
                text = item instanceof FileItem file && file.kind() == FileKind.DIRECTORY ? text : item.location().text();
            }
            return RegistryName.fold(text);
        }

        void plant(MemorySnapshot snapshot) {
            String path = SpelledPath.of(place.path(), "x1");
            if (autostart.kind().reach().isRegistry()) {
                registry(snapshot, path);
            } else {
                file(snapshot, path);
            }
        }

        private void registry(MemorySnapshot snapshot, String path) {
            if (place.values().isEmpty()) {
                snapshot.withKey(path);
            } else {
                snapshot.value(path, value.equals("(Default)") ? "" : value.replace("*", "x1"), "C:\\WINDOWS\\planted.exe");
            }
        }

        private void file(MemorySnapshot snapshot, String path) {
            String home = autostart.system() == OperatingSystem.MACOS ? "/Users/ann" : "/home/ann";
            boolean windows = autostart.system() == OperatingSystem.WINDOWS;
            String unit = autostart.format().equals("systemd") ? path.replaceFirst("deep[\\\\/]leaf$", "x1.service") : path;
            String unix = unit.replaceFirst("^~", home).replace('\\', '/');
            String whole = windows ? "C:\\" + path.replace('/', '\\') : unix.startsWith("/") ? unix : "/" + unix;
            snapshot.withFolder(windows ? "C:\\WINDOWS" : autostart.system() == OperatingSystem.MACOS ? "/Library" : "/lib");
            String start = windows ? "planted.exe" : "/opt/planted";
            Optional<String> text = switch (autostart.format()) {
                case "crontab" -> Optional.of("* * * * * " + start + "\n");
                case "system-crontab" -> Optional.of("@reboot root " + start + "\n");
                case "anacrontab" -> Optional.of("1 5 job " + start + "\n");
                case "ld-so-preload" -> Optional.of(start + "\n");
                case "desktop" -> Optional.of("[Desktop Entry]\nExec=" + start + "\n");
                case "systemd" -> Optional.of("[Service]\nExecStart=" + start + "\n");
                case "launchd" -> Optional.of(SelectedText.plist(Map.of("Label", "job", "Program", start)));
                case "launchd-overrides" -> Optional.of(SelectedText.plist(Map.of("job", "true")));
                case "environment" -> Optional.of("LD_PRELOAD=" + start + "\n");
                case "pam" -> Optional.of("auth required " + start + "\n");
                case "authorized-keys" -> Optional.of("command=\"" + start + "\" ssh-rsa AAAA x\n");
                case "columns" -> Optional.of(columns(autostart.select(), start));
                case "plist", "json", "xml" -> Optional.of(SelectedText.of(autostart.format(), autostart.select(), start));
                default -> Optional.empty();
            };
            if (autostart.kind().reach() == Reach.EVERY_FILE) {
                snapshot.withRights(whole, 04755, "security.capability");
            } else if (text.isPresent()) {
                snapshot.withText(whole, text.get());
            } else if (autostart.format().equals("batch")) {
                snapshot.withText(whole, "@echo off\r\nplanted.exe\r\n");
            } else if (place.values().isEmpty()) {
                snapshot.with(whole);
            } else {
                snapshot.withText(whole, setting(value, start));
            }
        }

        private static String columns(String select, String start) {
            if (select.equals("|")) {
                return "|" + start + "\n";
            }
            boolean own = select.charAt(0) == '^';
            String separator = own ? ":" : select.substring(0, 1);
            int column = Integer.parseInt(select.replaceAll("[^0-9]", ""));
            return (own ? separator : "") + ("a" + separator).repeat(column - 1) + (select.endsWith("|") ? "|" : "") + start
                    + "\n";
        }

        private String setting(String selector, String start) {
            String name = selector.replace("*", "x1");
            String value = switch (autostart.select()) {
                case "" -> start;
                case "1" -> "x " + start;
                case "," -> "x," + start;
                default -> autostart.select() + start;
            };
            if (name.startsWith("^")) {
                return "^" + start + "\n";
            }
            String assigned = (autostart.format().equals("directives") ? " " : "=") + value;
            return name.startsWith("[") ? name.replace("] ", "]\n") + assigned : name + assigned;
        }
    }

    @Test
    void everyUnreadableLocationSaysWhyInASentenceAndIsNoRegistryKey() {
        assertEquals(903, CATALOGUE.locations().size());
        assertEquals(7, CATALOGUE.unreadable().size());
        assertTrue(CATALOGUE.unreadable().stream().allMatch(each -> each.unreadable().length() > 20 && !each.kind().reach().isRegistry()));
    }
}
