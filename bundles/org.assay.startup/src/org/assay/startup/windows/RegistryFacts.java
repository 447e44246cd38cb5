package org.assay.startup.windows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.item.ValueItem;
import org.assay.model.text.RegistryName;
import org.assay.startup.catalogue.ImageFolders;
import org.assay.startup.catalogue.PathTrie;
import org.assay.startup.catalogue.PlacePatterns;
import org.assay.startup.text.StringValue;

/**
 * What the registry says of names that commands use instead of paths, and of what starts besides its command: services, class ids, App
 * Paths, the Task Scheduler's list, what a user switched off, volumes, profiles, code pages.
 */
public final class RegistryFacts {

    private static final String VERSION = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\";
    private static final String TASK_CACHE = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\";
    private static final String CONTROL = "HKLM\\SYSTEM\\%ControlSet%\\Control\\";
    private static final String SERVICE = "HKLM\\SYSTEM\\%ControlSet%\\Services\\*";

    private final Map<String, String> appPaths = new HashMap<>();
    private final ServiceFacts services = new ServiceFacts();
    private final ClassFacts classes = new ClassFacts();
    private final TaskCacheFacts tasks = new TaskCacheFacts();
    private final ApprovedFacts approved = new ApprovedFacts();
    private final VolumeFacts volumes = new VolumeFacts();
    private final UserFacts users = new UserFacts();
    private final CodePageFacts codePages = new CodePageFacts();
    private final PathTrie.Walk<Fact> walk;

    private enum Fact {
        SERVICE, PARAMETERS, SELECT, CLASS, APPLICATION, APP_PATH, TASK, TASK_TREE, APPROVED, MOUNTED, DEVICE, SHARE, NAME, VARIABLE,
        PROFILE, SHELL_FOLDER, CODE_PAGE
    }

    public RegistryFacts() {
        PathTrie<Fact> keys = new PathTrie<>(RegistryName::fold);
        add(keys, Fact.SERVICE, SERVICE);
        add(keys, Fact.PARAMETERS, SERVICE + "\\Parameters");
        add(keys, Fact.SELECT, "HKLM\\SYSTEM\\Select");
        for (String view : List.of("", "Wow6432Node\\")) {
            add(keys, Fact.CLASS, "HKCR\\" + view + "CLSID\\*", "HKCR\\" + view + "CLSID\\*\\*");
            add(keys, Fact.APPLICATION, "HKCR\\" + view + "AppID\\*");
        }
        add(keys, Fact.CLASS, "HKLM\\SOFTWARE\\Wow6432Node\\Classes\\CLSID\\*", "HKLM\\SOFTWARE\\Wow6432Node\\Classes\\CLSID\\*\\*");
        add(keys, Fact.APP_PATH, "HKLM\\" + VERSION + "App Paths\\*", "HKCU\\" + VERSION + "App Paths\\*",
                "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\App Paths\\*");
        add(keys, Fact.TASK, TASK_CACHE + "Tasks\\*");
        add(keys, Fact.TASK_TREE, TASK_CACHE + "Tree\\**");
        add(keys, Fact.APPROVED, "HKLM\\" + VERSION + "Explorer\\StartupApproved\\*", "HKCU\\" + VERSION + "Explorer\\StartupApproved\\*");
        add(keys, Fact.MOUNTED, "HKLM\\SYSTEM\\MountedDevices");
        add(keys, Fact.DEVICE, CONTROL + "Session Manager\\DOS Devices");
        add(keys, Fact.SHARE, "HKLM\\SYSTEM\\%ControlSet%\\Services\\LanmanServer\\Shares");
        add(keys, Fact.NAME, CONTROL + "ComputerName\\{ComputerName,ActiveComputerName}");
        add(keys, Fact.CODE_PAGE, CONTROL + "Nls\\CodePage");
        add(keys, Fact.VARIABLE, "HKCU\\Environment");
        for (String root : List.of("HKLM\\SOFTWARE", "HKCU\\Software")) {
            add(keys, Fact.SHELL_FOLDER, root + "\\Microsoft\\Windows\\CurrentVersion\\Explorer\\{User Shell Folders,Shell Folders}");
        }
        add(keys, Fact.PROFILE, "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\*");
        walk = keys.walk();
    }

    private static void add(PathTrie<Fact> keys, Fact fact, String... paths) {
        PlacePatterns patterns = new PlacePatterns(ImageFolders.USUAL);
        for (String path : paths) {
            patterns.registry(path, false).forEach(route -> keys.add(route.path(), fact));
        }
    }

    /** Takes notice of a value; values come in order. */
    public void see(ValueItem value) {
        List<String> components = value.location().components();
        List<Fact> facts = walk.to(components, 0, components.size() - 1).values();
        if (!facts.isEmpty()) {
            switch (facts.getFirst()) {
                case SERVICE -> services.see(value, false);
                case PARAMETERS -> services.see(value, true);
                case SELECT -> services.select(value);
                case CLASS -> classes.see(value);
                case APPLICATION -> classes.application(value);
                case APP_PATH -> appPath(value);
                case TASK -> tasks.task(value);
                case TASK_TREE -> tasks.tree(value);
                case APPROVED -> approved.see(value);
                case MOUNTED -> volumes.mounted(value);
                case DEVICE -> volumes.device(value);
                case SHARE -> volumes.share(value);
                case NAME -> volumes.name(value);
                case VARIABLE -> users.variable(value);
                case PROFILE -> users.profile(value);
                case SHELL_FOLDER -> users.folder(value);
                case CODE_PAGE -> codePages.see(value);
            }
        }
    }

    /** The path that App Paths gives for a program's name, with or without {@code .exe}; a user's before the machine's. */
    public Optional<String> appPath(String name) {
        String folded = RegistryName.fold(name);
        return Optional.ofNullable(appPaths.getOrDefault(folded, appPaths.get(folded + ".EXE")));
    }

    public ServiceFacts services() {
        return services;
    }

    public ClassFacts classes() {
        return classes;
    }

    public TaskCacheFacts tasks() {
        return tasks;
    }

    public ApprovedFacts approved() {
        return approved;
    }

    VolumeFacts volumes() {
        return volumes;
    }

    public UserFacts users() {
        return users;
    }

    public CodePageFacts codePages() {
        return codePages;
    }

    private void appPath(ValueItem value) {
        List<String> names = value.location().components();
        if (names.getLast().isEmpty()) {
            StringValue.of(value).filter(text -> !text.isBlank())
                    .ifPresent(text -> appPaths.putIfAbsent(RegistryName.fold(names.get(names.size() - 2)), text));
        }
    }
}
