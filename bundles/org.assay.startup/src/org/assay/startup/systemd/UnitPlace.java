package org.assay.startup.systemd;

import java.util.List;
import java.util.Optional;

import org.assay.model.item.FileItem;

/**
 * A file or link in one of the folders that systemd reads units from.
 *
 * @param manager {@code system}, {@code user} for all users, or a user's home
 * @param rank the folder's place in the order in which systemd looks, from 0; the first file of a name counts
 * @param role what the file is there
 * @param unit the unit that it is, changes or enables; of a drop-in for all units of a type, that type
 * @param asker the unit that a link in its {@code .wants} or {@code .requires} folder makes ask for the unit; empty for other roles
 */
public record UnitPlace(FileItem file, String manager, int rank, Role role, String unit, String asker) {

    /** What a file in such a folder can be. */
    enum Role {
        FRAGMENT, DROP_IN, LINK, OTHER
    }

    /**
     * From systemd.unit(5), both load paths, as {@code systemd-analyze unit-paths} prints them; {@code /lib} before a merged {@code /usr}
     * is as {@code /usr/lib}. A name of folders that begins with a dot is one below a home, with {@code run/user} one of a user who is
     * logged in.
     */
    private static final List<List<String>> ORDER = List.of(List.of("etc/systemd/system.control", ".config/systemd/user.control"),
            List.of("run/systemd/system.control", "run/user/*/systemd/user.control"),
            List.of("run/systemd/transient", "run/user/*/systemd/transient"),
            List.of("run/systemd/generator.early", "run/user/*/systemd/generator.early"),
            List.of("etc/systemd/system", ".config/systemd/user"), List.of("etc/systemd/system.attached", "etc/xdg/systemd/user"),
            List.of("etc/systemd/user"), List.of("run/systemd/system", "run/user/*/systemd/user"),
            List.of("run/systemd/system.attached", "run/systemd/user"), List.of("run/systemd/generator", "run/user/*/systemd/generator"),
            List.of(".local/share/systemd/user"), List.of("usr/local/lib/systemd/system", "usr/local/share/systemd/user"),
            List.of("usr/share/systemd/user"), List.of("usr/local/lib/systemd/user"),
            List.of("usr/lib/systemd/system", "lib/systemd/system", "usr/lib/systemd/user", "lib/systemd/user"),
            List.of("run/systemd/generator.late", "run/user/*/systemd/generator.late"));
    private static final int RUNNING_USER = 3;

    /** Reads the place of {@code file}; empty when it is in no folder of units. */
    static Optional<UnitPlace> of(FileItem file) {
        List<String> names = file.location().components();
        int at = names.indexOf("systemd");
        if (at < 1 || at + 2 >= names.size()) {
            return Optional.empty();
        }
        String folder = String.join("/", names.subList(1, at + 2));
        String manager = manager(names, at);
        List<String> below = names.subList(at + 2, names.size());
        String name = below.getLast();
        String holder = below.size() == 2 ? below.getFirst() : "";
        int suffix = holder.lastIndexOf('.');
        String kind = suffix < 0 ? "" : holder.substring(suffix + 1);
        String owner = suffix < 0 ? "" : holder.substring(0, suffix);
        boolean link = kind.equals("wants") || kind.equals("requires") || kind.equals("upholds");
        boolean unit = UnitName.of(name).isPresent();
        Role role = below.size() == 1 && unit ? Role.FRAGMENT : kind.equals("d") && name.endsWith(".conf") ? Role.DROP_IN
                : link && unit ? Role.LINK : Role.OTHER;
        return Optional.of(new UnitPlace(file, manager, rank(folder), role, role == Role.DROP_IN ? owner : name,
                role == Role.LINK ? owner : ""));
    }

    private static String manager(List<String> names, int systemd) {
        if (names.get(1).equals("run") && names.get(2).equals("user") && systemd > RUNNING_USER) {
            return String.join("/", names.subList(1, RUNNING_USER + 1));
        }
        List<String> before = names.subList(0, systemd);
        int dot = before.indexOf(before.contains(".config") ? ".config" : ".local");
        return !names.get(systemd + 1).startsWith("user") ? "system" : dot < 1 ? "user" : String.join("/", names.subList(1, dot));
    }

    private static int rank(String folder) {
        String any = folder.startsWith("run/user/") ? "run/user/*" + folder.substring(Math.max(9, folder.indexOf('/', 9))) : folder;
        for (int rank = 0; rank < ORDER.size(); rank++) {
            if (ORDER.get(rank).stream().anyMatch(each -> any.equals(each) || each.startsWith(".") && folder.endsWith("/" + each))) {
                return rank;
            }
        }
        return ORDER.size();
    }

    String tree() {
        return file.location().components().getFirst();
    }

    /** The absolute path in its tree. */
    String path() {
        List<String> names = file.location().components();
        return "/" + String.join("/", names.subList(1, names.size()));
    }
}
