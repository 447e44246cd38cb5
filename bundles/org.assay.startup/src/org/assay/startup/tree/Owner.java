package org.assay.startup.tree;

import java.util.List;

import org.assay.model.Location;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Space;
import org.assay.startup.text.DriveName;

/** Tells from a place whose it is. */
public final class Owner {

    /** Of an export of HKEY_CURRENT_USER, that does not say whose it is. */
    public static final String UNKNOWN = "current user";
    private static final String CLASSES = "_CLASSES";

    private Owner() {
    }

    /** The name or security identifier of the user that {@code where} belongs to; empty when it is the machine's. */
    public static String of(Location where) {
        List<String> names = where.components();
        return where.space() == Space.FILE ? ofFile(names) : ofKey(names);
    }

    private static String ofKey(List<String> names) {
        return switch (RegistryName.fold(names.getFirst())) {
            case "HKCU" -> UNKNOWN;
            case "HKU" -> names.size() > 1 ? withoutClasses(names.get(1)) : "";
            default -> "";
        };
    }

    private static String withoutClasses(String hive) {
        return RegistryName.fold(hive).endsWith(CLASSES) ? hive.substring(0, hive.length() - CLASSES.length()) : hive;
    }

    /** Profiles lie in one folder on every system: {@code Users}, {@code Documents and Settings}, {@code Profiles}, {@code home}. */
    private static String ofFile(List<String> names) {
        if (names.size() > 2 && names.get(1).equals("root") && !DriveName.isOne(names.getFirst())) {
            return "root";
        }
        for (int at = 1; at < Math.min(names.size() - 2, 3); at++) {
            boolean profiles = switch (RegistryName.fold(names.get(at))) {
                case "USERS", "DOCUMENTS AND SETTINGS", "HOME" -> at == 1;
                case "PROFILES", "SERVICEPROFILES" -> at == 2;
                default -> false;
            };
            if (profiles && !isShared(names.get(at + 1))) {
                return names.get(at + 1);
            }
        }
        return "";
    }

    private static boolean isShared(String profile) {
        return switch (RegistryName.fold(profile)) {
            case "ALL USERS", "PUBLIC", "SHARED" -> true;
            default -> false;
        };
    }
}
