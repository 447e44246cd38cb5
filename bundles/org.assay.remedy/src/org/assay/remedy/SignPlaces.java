package org.assay.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.UserProfiles;
import org.assay.remedy.Indicator.FilePlace;
import org.assay.remedy.Indicator.FolderPlace;
import org.assay.remedy.Indicator.Sign;
import org.assay.remedy.Indicator.Value;

/**
 * Spells places as other machines and their tools name them: full paths, roots of the registry by their long names, a user's keys below
 * HKEY_CURRENT_USER. A place of which a name could be read as several, or as none, has no spelling.
 */
final class SignPlaces {

    /** Longer texts are no use in a rule. */
    private static final int MAX_DATA_LENGTH = 4_096;

    private static final String REPLACEMENT = "\ufffd";

    private SignPlaces() {
    }

    /** Empty for streams, and where the tree's place on the machine is not known. */
    static Optional<Sign> ofFile(FileItem file) {
        Location place = file.location();
        String tree = FileTrees.name(place);
        boolean isDrive = tree.matches("[A-Z]:");
        List<String> path = FileTrees.path(place);
        Predicate<String> isName = name -> isText(name) && !name.isEmpty() && !name.equals(".") && !name.equals("..")
                && name.indexOf('/') < 0 && !(isDrive && name.indexOf('\\') >= 0);
        if (file.kind() == FileKind.STREAM || !(isDrive || tree.isEmpty()) || path.isEmpty() || !path.stream().allMatch(isName)) {
            return Optional.empty();
        }
        String separator = isDrive ? "\\" : "/";
        List<String> above = path.subList(0, path.size() - 1);
        String folder = above.isEmpty() ? tree + separator : tree + separator + String.join(separator, above);
        return Optional.of(file.kind() == FileKind.DIRECTORY
                ? new FolderPlace(tree + separator + String.join(separator, path)) : new FilePlace(folder, path.getLast()));
    }

    /** The key's path; empty for what no running machine shows, or not under a name that others have too. */
    static Optional<String> ofKey(Location key) {
        List<String> names = new ArrayList<>(key.components());
        Optional<String> root = RepairFile.root(names.getFirst());
        if (root.isEmpty() || LiveRegistry.isNotLoaded(key)
                || names.stream().anyMatch(name -> !isText(name) || name.isEmpty() || name.indexOf('\\') >= 0)) {
            return Optional.empty();
        }
        names.set(0, root.get());
        if (names.getFirst().equals("HKEY_USERS") && names.size() > 1 && !isAccountOfEveryMachine(names.get(1))) {
            if (names.get(1).toLowerCase(Locale.ROOT).endsWith("_classes")) {
                return Optional.empty();
            }
            names.removeFirst();
            names.set(0, "HKEY_CURRENT_USER");
        }
        return Optional.of(String.join("\\", names));
    }

    /** With {@code isNew} the name tells enough where the data cannot be said; else a clean machine has a value of that name, too. */
    static Optional<Sign> ofValue(ValueItem value, boolean isNew) {
        Optional<String> data = data(value);
        if (!isText(value.location().name()) || !isNew && data.isEmpty()) {
            return Optional.empty();
        }
        return ofKey(RepairFile.key(value.location())).map(key -> new Value(key, value.location().name(), data));
    }

    private static Optional<String> data(ValueItem value) {
        if (value.type() != ValueType.SZ && value.type() != ValueType.EXPAND_SZ) {
            return Optional.empty();
        }
        return Optional.of(ValueType.string(value.data()))
                .filter(text -> text.length() <= MAX_DATA_LENGTH && !text.contains(REPLACEMENT) && isText(text));
    }

    /** LocalSystem, LocalService and NetworkService have one name everywhere; a person's SID is the machine's. */
    private static boolean isAccountOfEveryMachine(String user) {
        return user.equalsIgnoreCase(".DEFAULT") || UserProfiles.isSid(user) && !user.regionMatches(true, 0, "S-1-5-21-", 0, 9);
    }

    /** Whether I-JSON can hold it (RFC 7493, 2.1): no lone surrogate and no noncharacter. */
    private static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE || (point & 0xfffe) == 0xfffe
                || point >= 0xfdd0 && point <= 0xfdef);
    }
}
