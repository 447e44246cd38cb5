package org.assay.compare.explain;

import java.util.Optional;

/** Paths that go through folders of versions. */
public final class VersionedPath {

    private VersionedPath() {
    }

    /** Whether {@code is} names a later version than {@code was}, in the name of a folder or several, and nothing else differs. */
    public static boolean isLater(String was, String is) {
        String[] before = was.split("\\\\");
        String[] after = is.split("\\\\");
        boolean later = false;
        for (int at = 0; at < Math.max(before.length, after.length); at++) {
            if (before.length != after.length || !before[at].equalsIgnoreCase(after[at]) && !isLaterFolder(before[at], after[at])) {
                return false;
            }
            later |= !before[at].equalsIgnoreCase(after[at]);
        }
        return later;
    }

    private static boolean isLaterFolder(String was, String is) {
        Optional<FolderVersion> before = FolderVersion.of(was);
        return FolderVersion.of(is).filter(after -> before.filter(old -> old.isOfSame(after)
                && old.version().compareTo(after.version()) < 0).isPresent()).isPresent();
    }
}
