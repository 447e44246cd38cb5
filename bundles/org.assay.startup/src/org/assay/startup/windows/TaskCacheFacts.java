package org.assay.startup.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.ValueItem;
import org.assay.model.text.RegistryName;
import org.assay.startup.text.LittleEndian;
import org.assay.startup.text.StringValue;

/**
 * The Task Scheduler's own list in the registry. A task is there three times: by its id, by its path, and as a file. One that lacks its
 * security descriptor or its file runs all the same and is shown by no tool of Windows (Microsoft, "Tarrask malware uses scheduled tasks
 * for defense evasion", 2022).
 */
public final class TaskCacheFacts {

    private static final int TREE = 7;

    private final Map<String, String> pathOfId = new HashMap<>();
    private final Set<String> described = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> indexless = new HashSet<>();
    private final Set<String> files = new HashSet<>();

    /** Takes notice of a value of {@code TaskCache\Tasks\<id>}. */
    void task(ValueItem value) {
        List<String> names = value.location().components();
        if (RegistryName.fold(names.getLast()).equals("PATH")) {
            StringValue.of(value).ifPresent(path -> pathOfId.put(RegistryName.fold(names.get(names.size() - 2)), path));
        }
    }

    /** Takes notice of a value of a key below {@code TaskCache\Tree}. */
    void tree(ValueItem value) {
        List<String> names = value.location().components();
        String path = path(names.subList(Math.min(TREE + 1, names.size() - 1), names.size() - 1));
        switch (RegistryName.fold(names.getLast())) {
            case "SD" -> described.add(path);
            case "ID" -> known.add(path);
            case "INDEX" -> {
                if (LittleEndian.of(value.data().toArray()).u32(0) == 0) {
                    indexless.add(path);
                }
            }
            default -> {
            }
        }
    }

    /** Takes notice of a task's file at this path below the {@code Tasks} folder. */
    public void file(List<String> below) {
        files.add(path(below));
    }

    /** The path of the task {@code id}. */
    public Optional<String> path(String id) {
        return Optional.ofNullable(pathOfId.get(RegistryName.fold(id)));
    }

    /** What is wrong with the task of this path, one sentence each. */
    public List<String> remarks(String path) {
        String folded = RegistryName.fold(path);
        List<String> remarks = new ArrayList<>();
        if (!described.isEmpty() && !described.contains(folded)) {
            remarks.add("It is hidden: the registry has no security descriptor (SD) for the task.");
        }
        if (indexless.contains(folded)) {
            remarks.add("It is hidden: its Index in the registry is 0.");
        }
        if (!files.isEmpty() && !files.contains(folded)) {
            remarks.add("It is hidden: the Tasks folder has no file for the task.");
        }
        return remarks;
    }

    /** Whether the registry lists tasks, and not the one of the file at this path. */
    public boolean isUnregistered(List<String> below) {
        return !known.isEmpty() && !known.contains(path(below));
    }

    private static String path(List<String> names) {
        return RegistryName.fold("\\" + String.join("\\", names));
    }
}
