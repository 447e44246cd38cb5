package org.assay.startup.windows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.RegistryName;
import org.assay.startup.catalogue.ImageFolders;
import org.assay.startup.text.DriveName;

/**
 * The folders that the registry says are elsewhere than usual: profiles ({@code ProfileList}) and startup folders ({@code User Shell
 * Folders}, which Explorer goes by, and {@code Shell Folders}).
 */
public final class RedirectedFolders {

    private static final int MAX_PROFILE_COUNT = 64;
    private static final int MAX_VALUE_COUNT = 10_000;
    private static final int MAX_LENGTH = 260;
    private static final String EXPLORER = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\";
    /** What is a startup folder below the folders that these values name; folders above it may be moved as well. */
    private static final Map<String, String> STARTUP = Map.ofEntries(Map.entry("STARTUP", ""), Map.entry("ALTSTARTUP", ""),
            Map.entry("COMMON STARTUP", ""), Map.entry("COMMON ALTSTARTUP", ""), Map.entry("PROGRAMS", "\\Startup"),
            Map.entry("COMMON PROGRAMS", "\\Startup"), Map.entry("START MENU", "\\Programs\\Startup"),
            Map.entry("COMMON START MENU", "\\Programs\\Startup"),
            Map.entry("APPDATA", "\\Microsoft\\Windows\\Start Menu\\Programs\\Startup"),
            Map.entry("COMMON APPDATA", "\\Microsoft\\Windows\\Start Menu\\Programs\\Startup"));
    private static final Pattern OWN_SHARE = Pattern.compile(
            "\\\\\\\\(?:localhost|127\\.[0-9.]+|\\.)\\\\([a-z])\\$", Pattern.CASE_INSENSITIVE);
    private static final Pattern UP = Pattern.compile("[^\\\\%]+\\\\\\.\\.(\\\\|$)");
    private static final int MAX_UP_COUNT = 16;
    private static final List<String> USUAL_PROFILES = List.of("USERS\\", "DOCUMENTS AND SETTINGS\\", "WINDOWS\\", "WINNT\\");
    private static final String USUAL_STARTUP = "\\START MENU\\PROGRAMS\\STARTUP";
    /** What stands for a variable in the catalogue's paths. */
    private static final List<String> TOKENS = List.of("%UserProfile%", "%AppData%", "%LocalAppData%", "%ProgramData%",
            "%AllUsersProfile%", "%ProgramFiles%", "%WinDir%", "%SystemDrive%");

    private final SnapshotView view;
    private final Set<String> profiles = new LinkedHashSet<>();
    private final Set<String> startup = new LinkedHashSet<>();

    private RedirectedFolders(SnapshotView view) {
        this.view = view;
    }

    /** Reads what {@code view} tells; {@code windowsFolder} is the name of its Windows folder, empty when it is not known. */
    public static ImageFolders of(SnapshotView view, String windowsFolder) {
        RedirectedFolders folders = new RedirectedFolders(view);
        folders.read();
        return new ImageFolders(windowsFolder, List.copyOf(folders.profiles), List.copyOf(folders.startup));
    }

    private void read() {
        List<String> users = new ArrayList<>(List.of("HKCU", "HKU\\.DEFAULT", "HKU\\Default"));
        for (ValueItem value : values("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList")) {
            String path = ValueType.string(value.data());
            if (RegistryName.fold(value.location().name()).equals("PROFILEIMAGEPATH") && users.size() < MAX_PROFILE_COUNT) {
                users.add("HKU\\" + path.substring(path.lastIndexOf('\\') + 1));
                List<String> names = value.location().components();
                users.add("HKU\\" + names.get(names.size() - 2));
                String spelled = spelled(path);
                String folded = RegistryName.fold(spelled);
                if (!spelled.isEmpty() && !spelled.startsWith("%") && USUAL_PROFILES.stream().noneMatch(folded::startsWith)) {
                    profiles.add(spelled);
                }
            }
        }
        users.add("HKLM");
        users.forEach(user -> List.of("User Shell Folders", "Shell Folders").forEach(key -> values(user + "\\" + EXPLORER + key).stream()
                .map(RedirectedFolders::startup).flatMap(Optional::stream).forEach(startup::add)));
    }

    /** The startup folder that a value of {@code User Shell Folders} names; empty where it is the usual one, or no startup folder. */
    static Optional<String> startup(ValueItem value) {
        String below = STARTUP.get(RegistryName.fold(value.location().name()));
        boolean named = below != null && ValueType.isText(value.type()) && !ValueType.string(value.data()).isBlank();
        return Optional.of(named ? spelled(ValueType.string(value.data()).strip().replaceAll("[\\\\/]+$", "")
                + below) : "").filter(path -> !path.isEmpty() && !isUsual(path));
    }

    private static boolean isUsual(String path) {
        String folded = RegistryName.fold(path);
        return folded.endsWith(USUAL_STARTUP) && (folded.startsWith("%") || folded.startsWith("PROGRAMDATA\\")
                || USUAL_PROFILES.stream().anyMatch(folded::startsWith));
    }

    /** The path below its drive, or behind a variable that the catalogue knows, as the catalogue spells paths; empty for any other. */
    private static String spelled(String path) {
        String plain = plain(path);
        if (plain.length() < 2 || plain.length() > MAX_LENGTH || plain.startsWith("\\\\")) {
            return "";
        }
        String below = plain;
        if (DriveName.isOne(plain.substring(0, 2))) {
            below = plain.substring(2).replaceFirst("^\\\\", "");
        } else if (plain.regionMatches(true, 0, "%SystemRoot%", 0, 12)) {
            below = "%WinDir%" + plain.substring(12);
        } else {
            String text = plain;
            below = TOKENS.stream().filter(token -> text.regionMatches(true, 0, token, 0, token.length())).findFirst()
                    .map(token -> token + text.substring(token.length())).orElse("");
        }
        int rest = below.startsWith("%") ? below.indexOf('%', 1) + 1 : 0;
        return below.substring(0, rest) + below.substring(rest).replaceAll("[*?{},\\[\\]%]", "?");
    }

    /** Without prefixes, slashes, the machine's own share and parents, and with the variables that the catalogue knows. */
    private static String plain(String path) {
        String plain = path.strip().replace('/', '\\').replaceFirst("^\\\\(\\\\[?.]|\\?\\?)\\\\", "").replaceAll("\\\\+$", "");
        plain = OWN_SHARE.matcher(plain).replaceFirst("$1:").replaceFirst("(?i)^%te?mp%", "%LocalAppData%\\\\Temp")
                .replaceFirst("(?i)^%public%", "%SystemDrive%\\\\Users\\\\Public")
                .replaceFirst("(?i)^%homedrive%%homepath%", "%UserProfile%");
        for (int count = 0; count < MAX_UP_COUNT && UP.matcher(plain).find(); count++) {
            plain = UP.matcher(plain).replaceFirst("");
        }
        return plain;
    }

    private List<ValueItem> values(String key) {
        List<ValueItem> values = new ArrayList<>();
        try (ItemStream items = view.itemsWithin(Location.key(key.split("\\\\")))) {
            for (int count = 0; items.hasNext() && count < MAX_VALUE_COUNT; count++) {
                Item item = items.next();
                if (item instanceof ValueItem value && ValueType.isText(value.type())) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
