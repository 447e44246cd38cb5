package org.assay.startup.tree;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.RegistryName;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.catalogue.PlacePatterns;
import org.assay.startup.text.DriveName;

/**
 * Tells from the names at a tree's root which systems it may belong to. A tree called {@code C:} is a Windows volume; of any other the
 * names decide, and when they say nothing it may be anything.
 */
public final class Trees {

    /** The drive that a tree without a drive's name is taken for, unless the registry knows better. */
    private static final String USUAL_DRIVE = "C:";
    private static final Set<String> WINDOWS = Set.of("WINDOWS", "WINNT", "WIN95", "WIN98", "WINME", "PROGRAM FILES", "PROGRAMDATA",
            "DOCUMENTS AND SETTINGS", "IO.SYS", "MSDOS.SYS", "COMMAND.COM", "AUTOEXEC.BAT", "CONFIG.SYS", "NTLDR", "BOOT.INI", "BOOTMGR",
            "PAGEFILE.SYS", "RECYCLED", "RECYCLER", "$RECYCLE.BIN", "SYSTEM VOLUME INFORMATION", "AUTORUN.INF", "EFI");
    private static final Set<String> LINUX = Set.of("lib", "lib64", "root", "boot", "proc", "run", "srv", "sys", "snap", "media", "mnt");
    private static final Set<String> MACOS = Set.of("private", "Library", "System", "Applications", "Volumes", "cores");
    private static final Set<String> UNIX = Set.of("etc", "usr", "bin", "sbin", "var", "opt", "home", "dev", "tmp");

    private final Map<String, Set<OperatingSystem>> seen = new HashMap<>();
    /** The trees with names that every Unix has. */
    private final Set<String> unix = new HashSet<>();
    private final Map<String, String> windowsFolders = new HashMap<>();
    private final Set<String> profileNames = new HashSet<>();
    private String lastTree;
    private String lastProfile;
    private String lastName;
    private boolean users;
    private boolean documents;

    /** Takes notice of a file; quick when files come in order. */
    public void see(FileItem file) {
        List<String> components = file.location().components();
        String tree = components.getFirst();
        String name = components.size() == 1 ? "" : components.get(1);
        if (components.size() > 2 && !components.get(2).equals(lastProfile) && isProfiles(name)) {
            lastProfile = components.get(2);
            profileNames.add(RegistryName.fold(lastProfile));
        }
        if (!tree.equals(lastTree) || !name.equals(lastName)) {
            lastTree = tree;
            lastName = name;
            see(tree, name, components.size() > 2 || file.kind() == FileKind.DIRECTORY);
        }
    }

    private void see(String tree, String name, boolean folder) {
        Set<OperatingSystem> systems = seen.computeIfAbsent(tree, _ -> EnumSet.noneOf(OperatingSystem.class));
        String folded = RegistryName.fold(name);
        if (WINDOWS.contains(folded) && !name.equals("efi")) {
            systems.add(OperatingSystem.WINDOWS);
        }
        if (LINUX.contains(name)) {
            systems.add(OperatingSystem.LINUX);
        }
        if (MACOS.contains(name)) {
            systems.add(OperatingSystem.MACOS);
        }
        if (UNIX.contains(name)) {
            unix.add(tree);
        }
        if (folder) {
            if (PlacePatterns.WINDOWS_FOLDERS.contains(folded)) {
                windowsFolders.putIfAbsent(folded, (DriveName.isOne(tree) ? RegistryName.fold(tree) : USUAL_DRIVE) + "\\" + name);
            }
            users |= folded.equals("USERS");
            documents |= folded.equals("DOCUMENTS AND SETTINGS");
        }
    }

    private static boolean isProfiles(String name) {
        return name.equalsIgnoreCase("Users") || name.equalsIgnoreCase("Documents and Settings");
    }

    /** Whether a profile is called {@code user}. */
    public boolean hasProfile(String user) {
        return profileNames.contains(RegistryName.fold(user));
    }

    /** The trees that are drives, in order, such as {@code C:}. */
    public List<String> drives() {
        return seen.keySet().stream().filter(DriveName::isOne).map(RegistryName::fold).sorted().toList();
    }

    /** Whether anything in a file system has been seen. */
    public boolean any() {
        return !seen.isEmpty();
    }

    /** Whether {@code tree}, of which everything has been seen, may belong to {@code system}. */
    public boolean mayBe(OperatingSystem system, String tree) {
        if (DriveName.isOne(tree)) {
            return system == OperatingSystem.WINDOWS;
        }
        Set<OperatingSystem> systems = seen.getOrDefault(tree, Set.of());
        boolean shared = unix.contains(tree) && !systems.contains(OperatingSystem.LINUX) && !systems.contains(OperatingSystem.MACOS);
        boolean silent = systems.isEmpty() && !unix.contains(tree);
        return systems.contains(system) || silent || shared && system != OperatingSystem.WINDOWS;
    }

    /** The Windows folder as the trees have it, with its drive; the most usual name counts where there are several. */
    public Optional<String> windowsFolder() {
        return PlacePatterns.WINDOWS_FOLDERS.stream().map(windowsFolders::get).filter(folder -> folder != null).findFirst();
    }

    /** The name of the folder that holds the users' profiles; empty on systems without one. */
    public Optional<String> profiles() {
        return users ? Optional.of("Users") : documents ? Optional.of("Documents and Settings") : Optional.empty();
    }
}
