package org.assay.capture.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where Windows keeps its registry, and what each file is in it ("Registry Hives", Microsoft Learn, and the layouts of older versions).
 *
 * <p>Left out are the hives that say nothing about what the machine does and are large or change all the time: COMPONENTS (the list of
 * what servicing installed), BBI, BCD-Template, userdiff, the copies in RegBack and in restore points. Their bytes are hashed as files.
 */
final class HivePlaces {

    /** Stands for any one folder in a path, and for its name in a place. */
    static final String ANY = "*";

    private static final String CONFIG = "System32\\config\\";

    /**
     * A file that may be there.
     *
     * @param path its components, whatever their case
     * @param place the registry location of its root key, as components
     * @param old whether it is of Windows 95, 98 or Me
     */
    record Rule(List<String> path, List<String> place, boolean old) {
    }

    /** Below the Windows folder: first what tells how the rest is to be named. */
    private static final String[][] WINDOWS = {
        {CONFIG + "SYSTEM", "HKLM\\SYSTEM"},
        {CONFIG + "SOFTWARE", "HKLM\\SOFTWARE"},
        {CONFIG + "SAM", "HKLM\\SAM"},
        {CONFIG + "SECURITY", "HKLM\\SECURITY"},
        {CONFIG + "DEFAULT", "HKU\\.DEFAULT"},
        {CONFIG + "DRIVERS", "HKLM\\DRIVERS"},
        {CONFIG + "ELAM", "HKLM\\ELAM"},
        {"AppCompat\\Programs\\Amcache.hve", "HKLM\\AMCACHE"},
        {"System32\\GroupPolicy\\Machine\\Registry.pol", "POLICY\\Machine"},
        {"System32\\GroupPolicy\\User\\Registry.pol", "POLICY\\User"},
        {"System32\\GroupPolicyUsers\\*\\User\\Registry.pol", "POLICY\\*"},
    };

    private static final String[][] OLD_WINDOWS = {
        {"SYSTEM.DAT", "HKLM"},
        {"USER.DAT", "HKU"},
        {"CLASSES.DAT", "HKLM\\Software\\Classes"},
        {"Profiles\\*\\USER.MAN", "HKU\\*"},
        {"Profiles\\*\\USER.DAT", "HKU\\*"},
    };

    /** Folders of users' profiles below the Windows folder, and the user. */
    private static final String[][] WINDOWS_PROFILES = {
        {"ServiceProfiles\\LocalService", "S-1-5-19"},
        {"ServiceProfiles\\NetworkService", "S-1-5-20"},
        {"ServiceProfiles\\*", ANY},
        {CONFIG + "systemprofile", "systemprofile"},
        {"Profiles\\*", ANY},
    };

    /** Folders of users' profiles below the root, and the user. */
    private static final String[][] PROFILES = {
        {"Users\\*", ANY},
        {"Documents and Settings\\LocalService", "S-1-5-19"},
        {"Documents and Settings\\NetworkService", "S-1-5-20"},
        {"Documents and Settings\\*", ANY},
    };

    /** In a profile. Windows loads a mandatory profile's hive in place of the other. */
    private static final String[][] PROFILE = {
        {"NTUSER.MAN", ""},
        {"NTUSER.DAT", ""},
        {"AppData\\Local\\Microsoft\\Windows\\UsrClass.dat", "Software\\Classes"},
        {"Local Settings\\Application Data\\Microsoft\\Windows\\UsrClass.dat", "Software\\Classes"},
    };

    private static final String[][] BOOT = {
        {"Boot\\BCD", "HKLM\\BCD00000000"},
        {"EFI\\Microsoft\\Boot\\BCD", "HKLM\\BCD00000000"},
    };

    private HivePlaces() {
    }

    /** What may be below a Windows folder, in the order in which it is to be read. */
    static List<Rule> belowWindows() {
        List<Rule> rules = new ArrayList<>(rules(WINDOWS, false));
        rules.addAll(profiles(WINDOWS_PROFILES));
        rules.addAll(rules(OLD_WINDOWS, true));
        return rules;
    }

    /** What may be below the root of a volume, in the order in which it is to be read. */
    static List<Rule> belowRoot() {
        List<Rule> rules = new ArrayList<>(profiles(PROFILES));
        rules.addAll(rules(BOOT, false));
        return rules;
    }

    /** What may be in the profile folder at {@code path} of {@code user}. */
    static List<Rule> inProfile(List<String> path, String user) {
        List<String> root = List.of("HKU", user);
        return Arrays.stream(PROFILE).map(file -> new Rule(joined(path, split(file[0])), joined(root, split(file[1])), false)).toList();
    }

    private static List<Rule> profiles(String[][] folders) {
        return Arrays.stream(folders).flatMap(folder -> inProfile(split(folder[0]), folder[1]).stream()).toList();
    }

    private static List<Rule> rules(String[][] files, boolean old) {
        return Arrays.stream(files).map(file -> new Rule(split(file[0]), split(file[1]), old)).toList();
    }

    private static List<String> split(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("\\\\"));
    }

    private static List<String> joined(List<String> one, List<String> two) {
        return Stream.concat(one.stream(), two.stream()).toList();
    }
}
