package org.assay.startup.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.RegistryName;
import org.assay.startup.text.DriveName;

/**
 * The symbolic links of a snapshot, followed inside their own tree as the captured system would follow them: {@code /bin} is
 * {@code usr/bin} on a system with a merged {@code /usr}. Links are followed at most 40 times (path_resolution(7)).
 */
public final class Links {

    /** So many links are remembered; a tree with more is hostile or no system's root, and the others are not followed. */
    static final int MAX_LINK_COUNT = 500_000;
    private static final int MAX_FOLLOWED_COUNT = 40;
    private static final int MAX_PATH_LENGTH = 4096;

    private final Map<String, String> targets = new HashMap<>();
    /** The links and junctions of drives, by their folded paths. */
    private final Map<String, String> junctions = new HashMap<>();

    /** Takes notice of a file that may be a link. */
    public void see(FileItem file) {
        if (file.kind() == FileKind.LINK && file.target().isPresent() && targets.size() < MAX_LINK_COUNT) {
            List<String> names = file.location().components();
            targets.put(String.join("/", names), file.target().get());
            if (DriveName.isOne(names.getFirst())) {
                junctions.put(RegistryName.fold(String.join("\\", names)), file.target().get());
            }
        }
    }

    /**
     * Where {@code path} leads in {@code tree}, every link in it followed, whether or not anything is there.
     *
     * @param path an absolute path with slashes
     * @return an absolute path without links; empty when the links lead in a circle
     */
    public Optional<String> follow(String tree, String path) {
        return follow(tree, "", path);
    }

    /**
     * The same for a program whose root is the directory {@code root} of the tree, as chroot(2) makes it: no link leads out of it.
     *
     * @param root an absolute path without links; empty for the tree's own root
     * @return an absolute path in the tree
     */
    public Optional<String> follow(String tree, String root, String path) {
        Deque<String> left = new ArrayDeque<>(components(path));
        StringBuilder done = new StringBuilder(root);
        int followed = 0;
        while (!left.isEmpty()) {
            String name = left.pop();
            if (name.equals("..")) {
                done.setLength(Math.max(root.length(), done.lastIndexOf("/")));
                continue;
            }
            String target = targets.get(tree + done + "/" + name);
            if (target == null) {
                done.append('/').append(name);
            } else if (++followed > MAX_FOLLOWED_COUNT || target.length() > MAX_PATH_LENGTH) {
                return Optional.empty();
            } else {
                if (target.startsWith("/")) {
                    done.setLength(root.length());
                }
                components(target).reversed().forEach(left::push);
            }
        }
        return Optional.of(done.isEmpty() ? "/" : done.toString());
    }

    /**
     * Where a path of Windows leads, its junctions and links followed without regard to case.
     *
     * @param path a drive and components behind one backslash each
     * @return such a path; {@code path} itself where a link leads outside the drives or in a circle
     */
    public String windows(String path) {
        String left = path;
        for (int followed = 0; followed < MAX_FOLLOWED_COUNT && !junctions.isEmpty(); followed++) {
            int end = firstJunction(left);
            if (end < 0) {
                return left;
            }
            String link = left.substring(0, end);
            String target = junctions.get(RegistryName.fold(link)).replace('/', '\\');
            String plain = target.startsWith("\\??\\") ? target.substring(4) : target;
            boolean drive = plain.length() > 2 && DriveName.isOne(plain.substring(0, 2));
            if (plain.startsWith("\\") || plain.length() > MAX_PATH_LENGTH) {
                return path;
            }
            left = plainPath((drive ? plain : link.substring(0, link.lastIndexOf('\\')) + "\\" + plain) + left.substring(end));
        }
        return junctions.isEmpty() ? left : path;
    }

    private int firstJunction(String path) {
        for (int at = path.indexOf('\\', 3); ; at = path.indexOf('\\', at + 1)) {
            int end = at < 0 ? path.length() : at;
            if (junctions.containsKey(RegistryName.fold(path.substring(0, end)))) {
                return end;
            }
            if (at < 0) {
                return -1;
            }
        }
    }

    private static String plainPath(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.substring(2).split("\\\\")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return path.substring(0, 2) + "\\" + String.join("\\", names);
    }

    private static List<String> components(String path) {
        return Arrays.stream(path.split("/")).filter(name -> !name.isEmpty() && !name.equals(".")).toList();
    }
}
