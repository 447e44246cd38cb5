package org.assay.startup.windows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.ValueItem;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Space;

/**
 * What Windows 8 and later notes of Run values and startup files that a user switched off in the Task Manager:
 * {@code Explorer\StartupApproved\{Run,Run32,StartupFolder}}, a value of the same name whose first byte is odd when it is off.
 */
public final class ApprovedFacts {

    private static final String FILES = "STARTUPFOLDER";

    /** By folder, name and hive, all folded. */
    private final Map<String, Map<String, Boolean>> disabled = new HashMap<>();

    /** Takes notice of a value below {@code StartupApproved}. */
    void see(ValueItem value) {
        List<String> names = value.location().components();
        String folder = RegistryName.fold(names.get(names.size() - 2));
        if (value.data().length() > 0) {
            disabled.computeIfAbsent(folder + "\\" + RegistryName.fold(names.getLast()), _ -> new HashMap<>(2))
                    .put(hive(names), (value.data().unsignedAt(0) & 1) != 0);
        }
    }

    /** Whether what starts at {@code where} was switched off. A user's hive that is not called like his profile may be his. */
    public boolean isDisabled(Location where, String owner) {
        List<String> names = where.components();
        if (names.size() < 2) {
            return false;
        }
        String parent = RegistryName.fold(names.get(names.size() - 2));
        if (where.space() == Space.FILE) {
            return parent.equals("STARTUP") && noted(FILES, names.getLast())
                    .map(notes -> isDisabled(notes, owner.isEmpty() ? "HKLM" : "HKU\\" + RegistryName.fold(owner))).orElse(false);
        }
        boolean is32Bit = names.stream().anyMatch(name -> RegistryName.fold(name).equals("WOW6432NODE"));
        return parent.equals("RUN") && noted(is32Bit ? "RUN32" : "RUN", names.getLast())
                .map(notes -> notes.getOrDefault(hive(names), false)).orElse(false);
    }

    private static boolean isDisabled(Map<String, Boolean> notes, String hive) {
        return hive.equals("HKLM") || notes.containsKey(hive) ? notes.getOrDefault(hive, false)
                : notes.entrySet().stream().anyMatch(note -> !note.getKey().equals("HKLM") && note.getValue());
    }

    private Optional<Map<String, Boolean>> noted(String folder, String name) {
        return Optional.ofNullable(disabled.get(folder + "\\" + RegistryName.fold(name)));
    }

    private static String hive(List<String> names) {
        String root = RegistryName.fold(names.getFirst());
        return root.equals("HKU") ? root + "\\" + RegistryName.fold(names.get(1)) : root;
    }
}
