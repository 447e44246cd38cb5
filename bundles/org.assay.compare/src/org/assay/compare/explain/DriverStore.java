package org.assay.compare.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.Bytes;

/**
 * The driver store of Windows Vista and later, {@code System32\\DriverStore\\FileRepository}: a folder a driver and version, named
 * {@code NAME.inf_ARCHITECTURE_HASH}, with {@code NAME.inf} and its catalogue. What lies in {@code System32\\drivers} is a further name of
 * a file there. A folder explains only where the baseline has one of the same driver; a driver that is wholly new is nobody's update.
 */
final class DriverStore implements TreeExplanation {

    static final String BY_STORE = "the suspect's own driver store, which an intruder can edit; no digest was compared";
    private static final String SUBJECT = "updated drivers";
    private static final List<String> PLACES = List.of("Windows/System32", "Windows/system32", "WINDOWS/System32", "WINDOWS/system32");
    private static final String STORE = "/DriverStore/FileRepository/";
    private static final Pattern FOLDER = Pattern.compile("((.{1,120}\\.inf)_[^_]{1,20})_[0-9a-f]{8,64}", Pattern.CASE_INSENSITIVE);

    /** The name of a file in lower case, and its content. */
    private record Payload(String name, Bytes content) {

        static Optional<Payload> of(FileItem file) {
            return file.sha256().map(content -> new Payload(file.location().name().toLowerCase(Locale.ROOT), content));
        }
    }

    private final String system;
    private final Set<String> came = new HashSet<>();
    private final Set<String> went = new HashSet<>();
    private final Set<Payload> payloads = new HashSet<>();

    private DriverStore(String system, RecordTree before, RecordTree after) {
        this.system = system + "/";
        String store = system + STORE.substring(0, STORE.length() - 1);
        Set<String> was = before.folders(store);
        Set<String> is = after.folders(store);
        Set<String> known = drivers(was);
        Set<String> left = drivers(is);
        for (String folder : is) {
            Matcher form = FOLDER.matcher(folder);
            if (!was.contains(folder) && form.matches() && known.contains(driver(form))
                    && isWhole(after.files(store + "/" + folder), form.group(2))) {
                came.add(folder);
                after.filesBelow(store + "/" + folder).forEach(file -> Payload.of(file).ifPresent(payloads::add));
            }
        }
        for (String folder : was) {
            Matcher form = FOLDER.matcher(folder);
            if (!is.contains(folder) && form.matches() && left.contains(driver(form))) {
                went.add(folder);
            }
        }
    }

    /** The store of a tree; empty where the suspect has none. */
    static Optional<TreeExplanation> of(RecordTree before, RecordTree after) {
        return PLACES.stream().filter(place -> after.at(place + "/DriverStore").isPresent())
                .<TreeExplanation>map(place -> new DriverStore(place, before, after)).findFirst();
    }

    private static String driver(Matcher form) {
        return form.group(1).toLowerCase(Locale.ROOT);
    }

    private static Set<String> drivers(Set<String> folders) {
        Set<String> drivers = new HashSet<>();
        folders.stream().map(FOLDER::matcher).filter(Matcher::matches).forEach(form -> drivers.add(driver(form)));
        return drivers;
    }

    private static boolean isWhole(Map<String, FileItem> files, String description) {
        return files.keySet().stream().anyMatch(description::equalsIgnoreCase)
                && files.keySet().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".cat"));
    }

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        if (!path.startsWith(system)) {
            return Optional.empty();
        }
        int store = path.indexOf(STORE);
        if (store >= 0) {
            String rest = path.substring(store + STORE.length());
            String folder = rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'));
            return change.kind() == ChangeKind.ADDED && came.contains(folder)
                    ? explained("It is of a driver that came in another version, with its description and catalogue.")
                    : change.kind() == ChangeKind.REMOVED && went.contains(folder)
                            ? explained("It is of a driver of which another version is there.") : Optional.empty();
        }
        FileItem file = (FileItem) change.item();
        return file.kind() == FileKind.FILE && change.kind() != ChangeKind.REMOVED
                && ComponentStore.CONTENT_ONLY.containsAll(change.attributes())
                && Payload.of(file).filter(payloads::contains).isPresent()
                        ? explained("A driver that came in another version holds a file of its name with the same content.")
                        : Optional.empty();
    }

    private static Optional<Explanation> explained(String sentence) {
        return Optional.of(new Explanation(ExplanationKind.PACKAGE, SUBJECT, BY_STORE, sentence));
    }
}
