package org.assay.ui.work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.preference.IPreferenceStore;

/** The cases that were open last, remembered from one start of the workbench to the next. */
public final class RecentCases {

    private static final int MAX_COUNT = 8;
    private static final String KEY = "recent.cases";

    private final IPreferenceStore remembered;

    public RecentCases(IPreferenceStore remembered) {
        this.remembered = remembered;
    }

    /** Their files, the last one first. None is looked at: it may be gone. */
    public List<Path> files() {
        return remembered.getString(KEY).lines().filter(line -> !line.isEmpty()).map(Path::of).toList();
    }

    /** Remembers that the case in {@code file} was opened now. A name that has a line break in it cannot be remembered. */
    public void opened(Path file) {
        if (file.toString().lines().count() == 1) {
            List<Path> files = new ArrayList<>(files());
            files.remove(file);
            files.addFirst(file);
            remembered.setValue(KEY, String.join("\n", files.stream().limit(MAX_COUNT).map(Path::toString).toList()));
        }
    }
}
