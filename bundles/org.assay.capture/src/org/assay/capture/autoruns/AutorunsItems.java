package org.assay.capture.autoruns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.assay.capture.registry.RegistryPlace;
import org.assay.model.Location;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.Remark;
import org.assay.model.text.Bytes;
import org.assay.model.text.RegistryName;

/**
 * Makes items of the rows of Autoruns. A row whose location and entry name one registry value for certain becomes that value, at the
 * location that it has in every snapshot: a value of the Run family, a service's {@code ImagePath}, an image's {@code Debugger}, a member
 * of a list of Winlogon or the session manager. Every other row becomes a value below {@code AUTORUNS}, in a key of its category and its
 * location as the row spells it, so that nothing is guessed and two lists of Autoruns can still be compared. The image becomes a file with
 * the digests and the signer that the row tells.
 *
 * <p>What is weak about such a snapshot: it holds what Autoruns looked for and nothing else, so what it lacks is not known to be absent;
 * files have no size, no time and no owner, and the spelling of their path is Autoruns' own; the data of a value is the launch string, not
 * the bytes that stand in the registry; a signer is Autoruns' word. It is to be compared with another list of Autoruns, made with the same
 * switches, rather than with a capture of a disk.
 */
public final class AutorunsItems {

    /** The root of the rows that name no registry value for certain. */
    static final String ROOT = "AUTORUNS";
    private static final Location WHOLE = Location.key(ROOT);
    private static final Set<String> VALUES = Set.of("RUN", "RUNONCE", "RUNSERVICES", "RUNSERVICESONCE", "KNOWNDLLS");
    /** Values that are lists, by the key that holds them; a row stands for a member. */
    private static final Map<String, Set<String>> LISTS = Map.of(
            "WINLOGON", Set.of("SHELL", "USERINIT", "TASKMAN", "VMAPPLET", "SYSTEM", "GINADLL"),
            "SESSION MANAGER", Set.of("BOOTEXECUTE", "SETUPEXECUTE", "EXECUTE"),
            "LSA", Set.of("AUTHENTICATION PACKAGES", "NOTIFICATION PACKAGES", "SECURITY PACKAGES"),
            "WINDOWS", Set.of("APPINIT_DLLS", "LOAD", "RUN"));

    private final ItemSink sink;
    private final Map<Location, Item> items = new TreeMap<>(Location.ORDER);

    public AutorunsItems(ItemSink sink) {
        this.sink = sink;
    }

    /** Takes the rows of one file. */
    public void add(AutorunsTable table) {
        table.problems().forEach(problem -> sink.gap(new Gap(WHOLE, GapReason.DAMAGED, problem)));
        for (AutorunsRow row : table.rows()) {
            if (!row.entry().isEmpty() && !row.location().isEmpty()) {
                value(row);
                image(row);
            }
        }
    }

    /** Hands everything on, in order, but what lies where {@code isRead} says that other evidence was read. */
    public void finish(Predicate<Location> isRead) {
        sink.remark(new Remark(WHOLE, "this is a list of Autoruns: what it does not hold is not known to be absent, and the files that it"
                + " names have no size and no time"));
        long left = items.keySet().stream().filter(isRead).count();
        if (left > 0) {
            sink.remark(new Remark(WHOLE, "what the list says of %s was left out: other evidence was read there, which says more".formatted(
                    left == 1 ? "one place" : "%,d places".formatted(left))));
        }
        items.values().stream().filter(item -> !isRead.test(item.location())).forEach(sink::item);
    }

    private void value(AutorunsRow row) {
        Optional<Location> place = row.isEnabled() ? key(row).flatMap(key -> certain(key, row)) : Optional.empty();
        Location where = place.orElseGet(() -> Location.key(ROOT, row.isEnabled() ? "enabled" : "disabled", category(row), row.location())
                .value(row.entry()));
        String data = place.isPresent() && !row.launch().isEmpty() ? row.launch() : command(row);
        List<String> before = items.get(where) instanceof ValueItem value ? ValueType.strings(value.data()) : List.of();
        if (before.contains(data)) {
            return;
        }
        if (place.isPresent() && isList(where)) {
            List<String> members = new ArrayList<>(before);
            members.add(data);
            items.put(where, text(where, ValueType.MULTI_SZ, String.join("\0", members) + "\0\0"));
        } else if (before.isEmpty()) {
            items.put(where, text(where, ValueType.SZ, data + "\0"));
        } else {
            sink.gap(new Gap(where, GapReason.UNSUPPORTED, "several rows of Autoruns name this place; the first was taken, another says "
                    + data));
        }
        if (place.isPresent() && where.name().equalsIgnoreCase("ImagePath")) {
            library(where, row);
        }
    }

    /** The shared host of services starts the library that Autoruns gives as the image. */
    private void library(Location path, AutorunsRow row) {
        if (row.launch().toLowerCase(Locale.ROOT).contains("svchost") && !row.image().toLowerCase(Locale.ROOT).endsWith("svchost.exe")) {
            List<String> service = path.components().subList(0, path.components().size() - 1);
            Location where = Location.key(service.toArray(String[]::new)).child("Parameters").value("ServiceDll");
            items.put(where, text(where, ValueType.SZ, row.image() + "\0"));
        }
    }

    private static ValueItem text(Location where, int type, String text) {
        return new ValueItem(where, type, Bytes.copyOf(text.getBytes(StandardCharsets.UTF_16LE)));
    }

    /** The launch string where it names the image; else, as for a class id, the image itself. */
    private static String command(AutorunsRow row) {
        String image = row.image();
        String name = image.substring(image.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        boolean named = image.isEmpty() || row.launch().toLowerCase(Locale.ROOT).contains(name);
        return named && !row.launch().isEmpty() ? row.launch() : image.isEmpty() ? row.entry() : image;
    }

    private static String category(AutorunsRow row) {
        return row.category().isEmpty() ? "Other" : row.category();
    }

    private static Optional<Location> key(AutorunsRow row) {
        String place = row.location().endsWith("\\") ? row.location().substring(0, row.location().length() - 1) : row.location();
        return RegistryPlace.parse(place).map(key -> {
            List<String> names = key.components();
            boolean user = names.getFirst().equals("HKCU") && !row.profile().isEmpty()
                    && !row.profile().equalsIgnoreCase("System-wide");
            String account = row.profile().substring(row.profile().lastIndexOf('\\') + 1);
            return user ? RegistryPlace.below(Location.key("HKU", account), names.subList(1, names.size())) : key;
        });
    }

    private static Optional<Location> certain(Location key, AutorunsRow row) {
        List<String> names = key.components();
        String last = RegistryName.fold(names.getLast());
        if (VALUES.contains(last)) {
            return Optional.of(key.value(row.entry()));
        }
        if (last.equals("SERVICES")) {
            return Optional.of(key.child(row.entry()).value("ImagePath"));
        }
        if (last.equals("IMAGE FILE EXECUTION OPTIONS")) {
            return Optional.of(key.child(row.entry()).value("Debugger"));
        }
        String holder = names.size() < 2 ? "" : RegistryName.fold(names.get(names.size() - 2));
        return LISTS.getOrDefault(holder, Set.of()).contains(last)
                ? Optional.of(Location.key(names.subList(0, names.size() - 1).toArray(String[]::new)).value(names.getLast()))
                : Optional.empty();
    }

    private static boolean isList(Location value) {
        List<String> names = value.components();
        return LISTS.getOrDefault(RegistryName.fold(names.get(names.size() - 2)), Set.of()).contains(RegistryName.fold(value.name()));
    }

    private void image(AutorunsRow row) {
        String path = row.image();
        boolean local = path.length() > 3 && path.charAt(1) == ':' && path.charAt(2) == '\\' && Character.isLetter(path.charAt(0));
        if (row.isMissing() || !local) {
            return;
        }
        String[] names = Arrays.stream(path.substring(3).split("\\\\")).filter(name -> !name.isEmpty()).toArray(String[]::new);
        Location where = Location.file(path.substring(0, 1).toUpperCase(Locale.ROOT) + ":", names);
        items.putIfAbsent(where, new FileItem(where, FileKind.FILE, 0, FileTimes.modifiedAt(Instant.EPOCH), Optional.empty(),
                Optional.empty(), Optional.empty(), digest(row.cell("sha256"), 32), Optional.empty(), details(row)));
    }

    private static FileDetails details(AutorunsRow row) {
        Map<DigestAlgorithm, Bytes> digests = new EnumMap<>(DigestAlgorithm.class);
        digest(row.cell("md5"), 16).ifPresent(hash -> digests.put(DigestAlgorithm.MD5, hash));
        digest(row.cell("sha1"), 20).ifPresent(hash -> digests.put(DigestAlgorithm.SHA1, hash));
        return FileDetails.NONE.withContent(digests, Optional.empty(), signature(row.cell("signer")));
    }

    private static Optional<Bytes> digest(String hex, int length) {
        boolean right = hex.length() == 2 * length && hex.chars().allMatch(HexFormat::isHexDigit);
        return right ? Optional.of(Bytes.ofHex(hex)) : Optional.empty();
    }

    /** Autoruns writes {@code (Verified) signer}, or {@code (Not verified)} for what is unsigned and what is signed wrongly alike. */
    private static Optional<Signature> signature(String signer) {
        int close = signer.indexOf(')');
        String name = close < 0 ? signer : signer.substring(close + 1).strip();
        return signer.isEmpty() ? Optional.empty() : Optional.of(signer.startsWith("(Verified)")
                ? Signature.of(SignatureStatus.VALID, name, "", Optional.empty(), "Autoruns says so")
                : Signature.of(SignatureStatus.UNREADABLE, "", "", Optional.empty(), "Autoruns says " + signer));
    }
}
