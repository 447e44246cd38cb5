package org.assay.startup.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.assay.model.text.RegistryName;
import org.assay.model.text.RegistryRoot;

/** Spells a place of the catalogue out as the component patterns that snapshots are searched with. */
public final class PlacePatterns {

    /** The names that Windows gives its own folder, the most usual first. */
    public static final List<String> WINDOWS_FOLDERS = List.of("WINDOWS", "WINNT", "WIN95", "WIN98", "WINME");
    private static final NamePattern CONTROL_SET = NamePattern.parse("{CurrentControlSet,ControlSet*}", RegistryName::fold);
    private static final NamePattern USER_CLASSES = NamePattern.parse("*_Classes", RegistryName::fold);
    /** What stands behind a token; {@code %WinDir%} and the tokens of other rows may be used, the tree's root is the empty path. */
    private static final String[][] TOKENS = {
        {"%SystemDrive%", ""},
        {"%Volume%", ""},
        {"%ProgramFiles%", "{Program Files,Program Files (x86)}"},
        {"%ProgramData%", "ProgramData", "Documents and Settings\\All Users\\Application Data"},
        {"%AllUsersProfile%", "ProgramData", "Documents and Settings\\All Users", "%WinDir%\\Profiles\\All Users", "%WinDir%\\All Users"},
        {"%AppData%", "%UserProfile%\\AppData\\Roaming", "%UserProfile%\\Application Data"},
        {"%LocalAppData%", "%UserProfile%\\AppData\\Local", "%UserProfile%\\Local Settings\\Application Data"},
        {"%UserProfile%", "Users\\*", "Documents and Settings\\*", "%WinDir%", "%WinDir%\\Profiles\\*", "%WinDir%\\ServiceProfiles\\*",
            "%WinDir%\\{System32,SysWOW64}\\config\\systemprofile"},
    };
    private static final String PROFILE = "%UserProfile%";
    /** Startup folders that are elsewhere than usual; nothing where all are where they should be. */
    public static final String STARTUP = "%Startup%";
    private static final List<String> LINUX_HOMES = List.of("home/*", "root", "var/home/*");
    private static final List<String> MAC_HOMES = List.of("Users/*", "private/var/root", "var/root");

    private final ImageFolders folders;
    private final NamePattern windowsFolder;

    /** {@code folders} are what the tokens stand for besides the usual. */
    public PlacePatterns(ImageFolders folders) {
        this.folders = folders;
        List<String> names = new ArrayList<>(WINDOWS_FOLDERS);
        if (!folders.windows().isEmpty()) {
            names.add(RegistryName.fold(folders.windows()));
        }
        this.windowsFolder = new NamePattern("%WinDir%", names, Optional.empty(), false);
    }

    /** A path of component patterns, and through how many views of the registry, as HKEY_CLASSES_ROOT is one, it names the place. */
    public record Route(List<NamePattern> path, int views) {

        /** How far it is from naming one thing, see {@link NamePattern#vagueness}. */
        int vagueness() {
            return path.stream().mapToInt(NamePattern::vagueness).sum() + views * 5;
        }

        /** The number of the last component that is not one name, from 0; negative without one. */
        int wildcard() {
            int at = path.size() - 1;
            while (at >= 0 && path.get(at).isName()) {
                at--;
            }
            return at;
        }
    }

    /** Whether {@code path} is one of a registry key: one of its roots and a key below. */
    static boolean isRegistry(String path) {
        int end = path.indexOf('\\');
        return end > 0 && RegistryRoot.isOne(path.substring(0, end));
    }

    /** The routes of a registry place, the root's short name first. */
    public List<Route> registry(String path, boolean tree) {
        List<NamePattern> keys = new ArrayList<>();
        for (String component : path.split("\\\\")) {
            keys.add(component.equals("%ControlSet%") ? CONTROL_SET : NamePattern.parse(component, RegistryName::fold));
        }
        if (tree) {
            keys.add(NamePattern.parse("**", RegistryName::fold));
        }
        List<NamePattern> below = keys.subList(1, keys.size());
        List<Route> routes = new ArrayList<>();
        routes.add(new Route(keys, 0));
        switch (keys.getFirst().key()) {
            case "=HKCR" -> {
                routes.add(new Route(join(literals("HKLM", "SOFTWARE", "Classes"), below), 1));
                routes.add(new Route(join(literals("HKCU", "Software", "Classes"), below), 1));
                routes.add(new Route(join(user(literals("Software", "Classes")), below), 2));
                routes.add(new Route(join(userClasses(), below), 2));
            }
            case "=HKCU" -> {
                routes.add(new Route(join(user(List.of()), below), 1));
                if (startsWith(below, "Software", "Classes")) {
                    routes.add(new Route(join(userClasses(), below.subList(2, below.size())), 1));
                }
            }
            case "=HKLM" -> {
                if (startsWith(below, "SOFTWARE", "Classes")) {
                    routes.add(new Route(join(literals("HKCR"), below.subList(2, below.size())), 1));
                }
            }
            default -> {
            }
        }
        return routes;
    }

    /** The routes of a file place in a tree, the tree's own name left out. */
    List<Route> file(String path, OperatingSystem system) {
        boolean windows = system == OperatingSystem.WINDOWS;
        UnaryOperator<String> fold = windows ? RegistryName::fold : UnaryOperator.identity();
        List<Route> routes = new ArrayList<>();
        for (String spelled : windows ? tokens(path) : homes(path, system)) {
            routes.add(new Route(names(spelled, fold), 0));
        }
        return routes;
    }

    /** Without a regular expression or a stream: every capture reads all places at its start, before anything is warm. */
    private List<NamePattern> names(String path, UnaryOperator<String> fold) {
        List<NamePattern> names = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= path.length(); at++) {
            if (at == path.length() || path.charAt(at) == '\\' || path.charAt(at) == '/') {
                if (at > from) {
                    String name = path.substring(from, at);
                    names.add(name.equals("%WinDir%") ? windowsFolder : NamePattern.parse(name, fold));
                }
                from = at + 1;
            }
        }
        return names;
    }

    private List<String> tokens(String path) {
        if (path.startsWith(STARTUP)) {
            return folders.startup().stream().flatMap(folder -> tokens(folder + path.substring(STARTUP.length())).stream()).toList();
        }
        for (String[] token : TOKENS) {
            if (path.startsWith(token[0])) {
                List<String> all = new ArrayList<>();
                for (int stand = 1; stand < token.length; stand++) {
                    all.addAll(tokens(token[stand] + path.substring(token[0].length())));
                }
                if (token[0].equals(PROFILE)) {
                    folders.profiles().forEach(profile -> all.add(profile + path.substring(PROFILE.length())));
                }
                return all;
            }
        }
        return List.of(path);
    }

    /** On a Mac {@code /etc} and {@code /var} are links into {@code /private}, and links are not followed. */
    private static List<String> homes(String path, OperatingSystem system) {
        if (path.startsWith("~")) {
            return (system == OperatingSystem.MACOS ? MAC_HOMES : LINUX_HOMES).stream().map(home -> home + path.substring(1)).toList();
        }
        boolean linked = system == OperatingSystem.MACOS && (path.startsWith("/etc/") || path.startsWith("/var/"));
        return linked ? List.of(path, "/private" + path) : List.of(path);
    }

    private static List<NamePattern> literals(String... names) {
        return Arrays.stream(names).map(name -> NamePattern.literal(RegistryName.fold(name))).toList();
    }

    private static List<NamePattern> user(List<NamePattern> below) {
        return join(List.of(literals("HKU").getFirst(), NamePattern.any()), below);
    }

    private static List<NamePattern> userClasses() {
        return List.of(literals("HKU").getFirst(), USER_CLASSES);
    }

    private static List<NamePattern> join(List<NamePattern> one, List<NamePattern> two) {
        List<NamePattern> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }

    private static boolean startsWith(List<NamePattern> path, String... names) {
        return path.size() > names.length && path.subList(0, names.length).equals(literals(names));
    }
}
