package org.assay.startup.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command finds around it when it is started, as its own place tells.
 *
 * @param path the folders in which names without a separator are looked for; the usual ones where it is empty
 * @param folders the working folders that it may have, the likeliest first; relative names are looked for there before anywhere else
 * @param root the directory that is the root of its file system, on Unix; empty for the tree's own
 */
public record LaunchContext(List<String> path, List<String> folders, String root) {

    /** Nothing that is not usual. */
    public static final LaunchContext USUAL = new LaunchContext(List.of(), List.of(), "");

    public LaunchContext {
        path = List.copyOf(path);
        folders = List.copyOf(folders);
    }

    /** A context that has only this working folder; none where it is blank. */
    public static LaunchContext in(String folder) {
        return folder.isBlank() ? USUAL : new LaunchContext(List.of(), List.of(folder), "");
    }

    /** A context whose names without a separator are looked for in these folders. */
    public static LaunchContext searching(List<String> path) {
        return new LaunchContext(path, List.of(), "");
    }

    /** The same, with programs looked for in {@code searched}; where that is empty, as before. */
    public LaunchContext searched(List<String> searched) {
        return searched.isEmpty() ? this : new LaunchContext(searched, folders, root);
    }

    /** The same, with {@code first} looked at before its own working folders. */
    public LaunchContext firstIn(List<String> first) {
        return first.isEmpty() ? this : new LaunchContext(path, Stream.concat(first.stream(), folders.stream()).toList(), root);
    }

    /** The same, seen from another root. */
    public LaunchContext rooted(String newRoot) {
        return new LaunchContext(path, folders, newRoot);
    }

    /** The same, with {@code more} looked at after its own working folders. */
    public LaunchContext orIn(List<String> more) {
        List<String> all = new ArrayList<>(folders);
        all.addAll(more);
        return new LaunchContext(path, all, root);
    }
}
