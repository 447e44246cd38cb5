package org.assay.startup.windows;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.ValueItem;
import org.assay.model.text.RegistryName;
import org.assay.startup.text.StringValue;

/** What the registry says of users: their variables, and where their profiles are. A user is called like his profile's folder. */
public final class UserFacts {

    private static final int MAX_VARIABLE_COUNT = 1000;
    private static final int MAX_FOLDER_COUNT = 256;

    private final Map<String, Map<String, String>> variables = new HashMap<>();
    private final Map<String, String> profiles = new HashMap<>();
    private final Set<String> startup = new LinkedHashSet<>();

    /** Takes notice of a value of a user's {@code Environment}. */
    void variable(ValueItem value) {
        Map<String, String> own = own(value);
        StringValue.of(value).filter(_ -> own.size() < MAX_VARIABLE_COUNT).ifPresent(text -> own.putIfAbsent(
                RegistryName.fold(value.location().name()), text));
    }

    private static boolean isOwn(ValueItem value) {
        return !RegistryName.fold(value.location().components().getFirst()).equals("HKLM");
    }

    private Map<String, String> own(ValueItem value) {
        List<String> names = value.location().components();
        String user = RegistryName.fold(names.getFirst()).equals("HKU") ? RegistryName.fold(names.get(1)) : "";
        return variables.computeIfAbsent(user, _ -> new HashMap<>());
    }

    /** Takes notice of a value of {@code ProfileList\<SID>}. */
    void profile(ValueItem value) {
        List<String> names = value.location().components();
        if (RegistryName.fold(names.getLast()).equals("PROFILEIMAGEPATH")) {
            StringValue.of(value).ifPresent(path -> {
                profiles.putIfAbsent(RegistryName.fold(path.substring(path.lastIndexOf('\\') + 1)), path);
                profiles.putIfAbsent(RegistryName.fold(names.get(names.size() - 2)), path);
            });
        }
    }

    /** Takes notice of a value of a user's or the machine's {@code User Shell Folders}. */
    void folder(ValueItem value) {
        String name = RegistryName.fold(value.location().name());
        String variable = name.equals("APPDATA") ? "APPDATA" : name.equals("LOCAL APPDATA") ? "LOCALAPPDATA" : "";
        if (!variable.isEmpty() && isOwn(value)) {
            StringValue.of(value).filter(text -> !RegistryName.fold(text).contains("%" + variable))
                    .ifPresent(text -> own(value).putIfAbsent(variable, text));
        }
        RedirectedFolders.startup(value).filter(_ -> startup.size() < MAX_FOLDER_COUNT).ifPresent(startup::add);
    }

    /** The startup folders that are elsewhere than usual, as the catalogue spells paths. */
    public List<String> startupFolders() {
        return List.copyOf(startup);
    }

    /** The variables of {@code user} by their folded names, of an export that does not say whose it is where he has none of his own. */
    Map<String, String> variables(String user) {
        return variables.getOrDefault(RegistryName.fold(user), variables.getOrDefault("", Map.of()));
    }

    /** The profile's folder, as the registry writes it: with variables. */
    Optional<String> profile(String user) {
        return Optional.ofNullable(profiles.get(RegistryName.fold(user)));
    }
}
