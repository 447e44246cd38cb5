package org.assay.startup.windows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.RegistryName;
import org.assay.startup.text.CommandWords;
import org.assay.startup.text.DriveName;
import org.assay.startup.text.Limits;
import org.assay.startup.tree.Trees;

/**
 * What a Windows image tells about itself: its folders, its variables, where it looks for programs. Everything comes from the snapshot
 * and nothing from the machine that Assay runs on. What the image does not tell has Windows' usual value.
 */
public final class WindowsEnvironment {

    private static final int MAX_VARIABLE_LENGTH = 4096;
    private static final int MAX_VARIABLE_COUNT = 1000;
    private static final int MAX_SEARCHED_COUNT = 16;
    private static final int MAX_EXTENSION_LENGTH = 8;
    private static final String[] NT_VERSION = {"HKLM", "SOFTWARE", "Microsoft", "Windows NT", "CurrentVersion"};
    private static final String[] VERSION = {"HKLM", "SOFTWARE", "Microsoft", "Windows", "CurrentVersion"};
    private static final List<String> CONTROL_SETS = List.of("CurrentControlSet", "ControlSet001", "ControlSet002", "ControlSet003");

    private final String windowsFolder;
    private final boolean known;
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> path = new ArrayList<>();
    private final RegistryFacts facts;
    private final Trees trees;
    private String anyProfile = "";

    private WindowsEnvironment(Optional<String> windowsFolder, Trees trees, RegistryFacts facts) {
        this.windowsFolder = windowsFolder.orElse("C:\\WINDOWS");
        this.known = windowsFolder.isPresent();
        this.trees = trees;
        this.facts = facts;
    }

    /** Reads what {@code view} tells; {@code trees} must have seen all its files, {@code facts} all its values. */
    public static WindowsEnvironment of(SnapshotView view, Trees trees, RegistryFacts facts) {
        WindowsEnvironment environment = new WindowsEnvironment(windowsFolder(view).or(trees::windowsFolder), trees, facts);
        environment.usual(view, trees);
        environment.environment(view);
        environment.fixed();
        return environment;
    }

    /** The Windows folder that the registry names. NT keeps it with its version, 9x with the version of Windows. */
    public static Optional<String> windowsFolder(SnapshotView view) {
        return text(view, "SystemRoot", NT_VERSION).filter(WindowsEnvironment::isFolder)
                .or(() -> text(view, "SystemRoot", VERSION).filter(WindowsEnvironment::isFolder));
    }

    /** {@code C:\WINDOWS}, without a separator at its end. */
    public String windowsFolder() {
        return windowsFolder;
    }

    /** Whether the image tells its Windows folder, so that it is not the usual one by guess. */
    public boolean knowsFolder() {
        return known;
    }

    /** The letter of the drive that the Windows folder is on, in upper case. */
    public char systemDrive() {
        return RegistryName.fold(windowsFolder.charAt(0));
    }

    /** Replaces {@code %NAME%} by its value for the machine; a name without a value stays. The result is bounded. */
    public String expand(String text) {
        return expand(text, Map.of());
    }

    /**
     * The same for {@code user}, whose own variables come before the machine's; in his own profile, not in any.
     *
     * @param user a profile's name or a security identifier; empty for the machine itself
     */
    public String expand(String text, String user) {
        String expanded = expand(text, facts.users().variables(user));
        return user.isEmpty() || !expanded.contains(anyProfile) ? expanded
                : profile(user).map(own -> expanded.replace(anyProfile, own)).orElse(expanded);
    }

    /** The folder of a user's profile; empty when nothing tells it. */
    private Optional<String> profile(String user) {
        String system = switch (RegistryName.fold(user)) {
            case ".DEFAULT", "S-1-5-18" -> windowsFolder + "\\System32\\config\\systemprofile";
            case "S-1-5-19" -> windowsFolder + "\\ServiceProfiles\\LocalService";
            case "S-1-5-20" -> windowsFolder + "\\ServiceProfiles\\NetworkService";
            default -> "";
        };
        return Optional.of(system).filter(folder -> !folder.isEmpty())
                .or(() -> facts.users().profile(user).map(this::expand).filter(WindowsEnvironment::isFolder))
                .or(() -> trees.hasProfile(user) ? Optional.of(anyProfile.substring(0, anyProfile.length() - 1) + user) : Optional.empty());
    }

    private String expand(String text, Map<String, String> own) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < text.length() && expanded.length() < Limits.MAX_TEXT_LENGTH) {
            int open = text.indexOf('%', at);
            int close = open < 0 ? -1 : text.indexOf('%', open + 1);
            if (close < 0) {
                break;
            }
            String value = changed(text.substring(open + 1, close), own);
            expanded.append(text, at, open).append(value == null ? "%" + text.substring(open + 1, close) : value);
            at = value == null ? close : close + 1;
        }
        expanded.append(text, Math.min(at, text.length()), text.length());
        return expanded.length() <= Limits.MAX_TEXT_LENGTH ? expanded.toString() : expanded.substring(0, Limits.MAX_TEXT_LENGTH);
    }

    /** {@code NAME}, {@code NAME:~from,length} or {@code NAME:old=new}, as cmd reads them ({@code set /?}); null for no variable. */
    private String changed(String spelled, Map<String, String> own) {
        String whole = value(RegistryName.fold(spelled), own);
        int colon = spelled.indexOf(':');
        String value = whole != null || colon < 1 ? whole : value(RegistryName.fold(spelled.substring(0, colon)), own);
        return value == null || whole != null ? value : VariablePart.of(value, spelled.substring(colon + 1));
    }

    /** Where {@code text} names the temporary folder, the same text for a user who logs on, whose own it may be; else nothing. */
    public String otherwise(String text, String user) {
        String folded = RegistryName.fold(text);
        boolean temporary = folded.contains("%TEMP%") || folded.contains("%TMP%");
        return temporary ? "\n" + expand(text.replaceAll("(?i)%te?mp%", "%LOCALAPPDATA%\\\\Temp"), user) : "";
    }

    /** A user's own variables may use the machine's, and may take their place: {@code windir} of a user is how UAC is bypassed. */
    private String value(String name, Map<String, String> own) {
        String value = own.get(name);
        return value == null || name.equals("PATH") || value.length() > MAX_VARIABLE_LENGTH ? variables.get(name)
                : expand(value, Map.of());
    }

    /** The extensions that the command processor adds to a name without one, each with its dot, in order. */
    public List<String> extensions() {
        return Arrays.stream(variables.getOrDefault("PATHEXT", "").toLowerCase(Locale.ROOT).split(";")).map(String::strip)
                .filter(each -> each.length() > 1 && each.length() < MAX_EXTENSION_LENGTH && each.startsWith(".")).limit(MAX_SEARCHED_COUNT)
                .toList();
    }

    /** The drives that a volume without a known letter may have, the system's first. */
    public List<String> drives() {
        List<String> drives = new ArrayList<>(List.of(systemDrive() + ":"));
        drives.addAll(trees.drives());
        drives.addAll(facts.volumes().drives());
        return drives.stream().distinct().toList();
    }

    /** See {@link VolumeFacts#ofVolume}. */
    public Optional<String> ofVolume(String path) {
        return facts.volumes().ofVolume(path);
    }

    /** See {@link VolumeFacts#ofDevice}. */
    public String ofDevice(String path) {
        return facts.volumes().ofDevice(path);
    }

    /** See {@link VolumeFacts#ofShare}. */
    public Optional<String> ofShare(String path) {
        return facts.volumes().ofShare(path, windowsFolder);
    }

    /**
     * The folders in which a program without a path is looked for, in order. Both the NT and the 9x system folders are there: an image
     * has only one of them.
     *
     * @param is32Bit whether it is a 32-bit program on 64-bit Windows that looks
     * @param user whose PATH counts besides the machine's; empty for nobody's
     */
    public List<String> searchFolders(boolean is32Bit, String user) {
        List<String> folders = new ArrayList<>();
        if (is32Bit) {
            folders.add(windowsFolder + "\\SysWOW64");
        }
        folders.addAll(List.of(windowsFolder + "\\System32", windowsFolder + "\\System", windowsFolder, windowsFolder + "\\COMMAND"));
        folders.addAll(path);
        Arrays.stream(expand(facts.users().variables(user).getOrDefault("PATH", ""), user).split(";")).map(CommandWords::unquoted)
                .filter(WindowsEnvironment::isFolder).limit(MAX_SEARCHED_COUNT).forEach(folders::add);
        folders.add(systemDrive() + ":");
        return folders.stream().distinct().toList();
    }

    /** Whether the path of this program is in a folder where Windows keeps its own. */
    public boolean isSystem(String program) {
        String folded = RegistryName.fold(program);
        String folder = folded.substring(0, Math.max(folded.lastIndexOf('\\'), 0));
        String windows = RegistryName.fold(windowsFolder);
        return folder.equals(windows) || List.of("\\SYSTEM32", "\\SYSWOW64", "\\SYSTEM", "\\COMMAND").stream()
                .anyMatch(name -> folder.equals(windows + name)) || folder.startsWith(windows + "\\SYSTEM32\\")
                || folder.startsWith(windows + "\\SYSWOW64\\");
    }

    private void usual(SnapshotView view, Trees trees) {
        String drive = systemDrive() + ":";
        String profiles = trees.profiles().map(name -> drive + "\\" + name).orElse(windowsFolder + "\\Profiles");
        boolean old = !profiles.endsWith("Users");
        put("PROGRAMFILES", folder(view, "ProgramFilesDir", drive + "\\Program Files"));
        put("PROGRAMFILES(X86)", folder(view, "ProgramFilesDir (x86)", drive + "\\Program Files (x86)"));
        put("PROGRAMW6432", folder(view, "ProgramW6432Dir", drive + "\\Program Files"));
        put("COMMONPROGRAMFILES", folder(view, "CommonFilesDir", drive + "\\Program Files\\Common Files"));
        put("COMMONPROGRAMFILES(X86)", folder(view, "CommonFilesDir (x86)", drive + "\\Program Files (x86)\\Common Files"));
        put("COMMONPROGRAMW6432", folder(view, "CommonW6432Dir", drive + "\\Program Files\\Common Files"));
        put("DRIVERDATA", windowsFolder + "\\System32\\Drivers\\DriverData");
        put("PROGRAMDATA", old ? profiles + "\\All Users\\Application Data" : drive + "\\ProgramData");
        put("ALLUSERSPROFILE", old ? profiles + "\\All Users" : drive + "\\ProgramData");
        put("PUBLIC", profiles + "\\Public");
        anyProfile = profiles + "\\*";
        put("USERPROFILE", anyProfile);
        put("HOMEPATH", anyProfile.substring(2));
        put("USERNAME", "*");
        put("ONEDRIVE", anyProfile + "\\OneDrive");
        put("HOMEDRIVE", drive);
        put("APPDATA", profiles + (old ? "\\*\\Application Data" : "\\*\\AppData\\Roaming"));
        put("LOCALAPPDATA", profiles + (old ? "\\*\\Local Settings\\Application Data" : "\\*\\AppData\\Local"));
        put("TEMP", windowsFolder + "\\TEMP");
        put("TMP", windowsFolder + "\\TEMP");
        put("COMSPEC", windowsFolder + "\\System32\\cmd.exe");
        fixed();
    }

    /** The variables that the environment cannot redefine for the system itself. */
    private void fixed() {
        put("SYSTEMROOT", windowsFolder);
        put("WINDIR", windowsFolder);
        put("SYSTEMDRIVE", windowsFolder.substring(0, 2));
    }

    private void environment(SnapshotView view) {
        String current = number(view, "Current", "HKLM", "SYSTEM", "Select").map("ControlSet%03d"::formatted).orElse("CurrentControlSet");
        List<String> sets = new ArrayList<>(List.of(current));
        sets.addAll(CONTROL_SETS);
        for (String set : sets) {
            Location key = Location.key("HKLM", "SYSTEM", set, "Control", "Session Manager", "Environment");
            if (environment(view, key)) {
                break;
            }
        }
    }

    private boolean environment(SnapshotView view, Location key) {
        boolean any = false;
        try (ItemStream items = view.itemsWithin(key)) {
            for (int count = 0; items.hasNext() && count < MAX_VARIABLE_COUNT; count++) {
                Item item = items.next();
                any = true;
                if (item instanceof ValueItem value && ValueType.isText(value.type())) {
                    variable(value.location().name(), expand(ValueType.string(value.data())));
                }
            }
        }
        return any;
    }

    private void variable(String name, String value) {
        if (RegistryName.fold(name).equals("PATH")) {
            Arrays.stream(value.split(";")).map(CommandWords::unquoted).filter(WindowsEnvironment::isFolder)
                    .limit(MAX_SEARCHED_COUNT - path.size()).forEach(path::add);
        } else if (!name.isEmpty()) {
            put(name, value);
        }
    }

    private void put(String name, String value) {
        variables.put(RegistryName.fold(name), value.length() <= MAX_VARIABLE_LENGTH ? value : value.substring(0, MAX_VARIABLE_LENGTH));
    }

    private static String folder(SnapshotView view, String value, String otherwise) {
        return text(view, value, VERSION).filter(WindowsEnvironment::isFolder).orElse(otherwise);
    }

    private static boolean isFolder(String text) {
        return text.length() >= 4 && text.length() <= 260 && DriveName.isOne(text.substring(0, 2)) && text.charAt(2) == '\\'
                && !text.endsWith("\\") && text.chars().noneMatch(unit -> unit < ' ' || "\"<>|?*%".indexOf(unit) >= 0);
    }

    private static Optional<String> text(SnapshotView view, String name, String... key) {
        return value(view, name, key).filter(value -> ValueType.isText(value.type())).map(value -> ValueType.string(value.data()));
    }

    private static Optional<Integer> number(SnapshotView view, String name, String... key) {
        return value(view, name, key).filter(value -> value.type() == ValueType.DWORD && value.data().length() == 4)
                .map(value -> value.data().unsignedAt(0));
    }

    private static Optional<ValueItem> value(SnapshotView view, String name, String... key) {
        try (ItemStream items = view.itemsWithin(Location.key(key).value(name))) {
            return items.hasNext() && items.next() instanceof ValueItem value ? Optional.of(value) : Optional.empty();
        }
    }
}
