package org.assay.compare.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.assay.model.item.FileItem;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.text.Bytes;

/**
 * The records of dpkg, in Debian and what descends from it: {@code status}, and of each package {@code info/NAME.list} and
 * {@code info/NAME.md5sums}; {@code diversions} say which files of which packages lie elsewhere. See dpkg(1), deb-md5sums(5) and
 * dpkg-divert(1).
 */
final class DpkgRecords implements RecordFormat {

    private static final String FOLDER = "var/lib/dpkg";
    private static final String INFO = FOLDER + "/info";
    private static final long MAX_BYTES = 64L << 20;
    private static final long MAX_PROFILE_BYTES = 64 << 10;
    private static final int MD5_DIGITS = 32;

    /** Where a file of a package lies that another one diverted. */
    private record Diversion(String to, String by) {
    }

    /** A package of {@code status} and the configuration files that stand there. */
    private record Stanza(InstalledPackage installed, String plainName, Map<String, Bytes> configuration) {
    }

    @Override
    public ToLongFunction<String> keptIn(String directory) {
        return switch (directory) {
            case INFO -> name -> name.endsWith(".list") || name.endsWith(".md5sums") ? MAX_BYTES : 0;
            case FOLDER -> name -> name.equals("status") || name.equals("diversions") ? MAX_BYTES : 0;
            case PamProfiles.FOLDER -> _ -> MAX_PROFILE_BYTES;
            default -> KeptContent.NOTHING;
        };
    }

    @Override
    public void read(RecordTree tree, PackageRecords records) {
        Optional<byte[]> status = tree.content(FOLDER + "/status");
        if (status.isEmpty()) {
            return;
        }
        Map<String, Stanza> stanzas = new HashMap<>();
        for (Stanza stanza : stanzas(status.get())) {
            records.add(stanza.installed);
            stanzas.put(stanza.installed.name(), stanza);
            stanzas.putIfAbsent(stanza.plainName, stanza);
        }
        Map<String, Diversion> diversions = diversions(tree);
        Map<String, FileItem> info = tree.files(INFO);
        info.forEach((name, list) -> {
            if (name.endsWith(".list")) {
                String owner = name.substring(0, name.length() - ".list".length());
                Optional.ofNullable(stanzas.get(owner)).ifPresent(stanza -> {
                    Optional<byte[]> paths = tree.content(list);
                    Map<String, Bytes> sums = Optional.ofNullable(info.get(owner + ".md5sums")).flatMap(tree::content)
                            .map(DpkgRecords::sums).orElse(Map.of());
                    paths.ifPresent(bytes -> add(stanza, bytes, sums, diversions, records));
                });
            }
        });
    }

    private static void add(Stanza stanza, byte[] list, Map<String, Bytes> sums, Map<String, Diversion> diversions,
            PackageRecords records) {
        for (String line : RecordTree.lines(list)) {
            if (line.startsWith("/") && line.length() > 2) {
                String path = line.substring(1);
                Optional<Bytes> shipped = Optional.ofNullable(stanza.configuration.get(path));
                Optional<RecordedDigest> digest = shipped.or(() -> Optional.ofNullable(sums.get(path))).map(RecordedDigest::md5);
                Diversion diverted = diversions.get(path);
                boolean elsewhere = diverted != null && !diverted.by.equals(stanza.plainName);
                records.add(elsewhere ? diverted.to : path, new RecordedFile(stanza.installed, digest, shipped.isPresent()));
            }
        }
    }

    /** Lines of a digest, two blanks, and a path without its first separator. */
    private static Map<String, Bytes> sums(byte[] text) {
        Map<String, Bytes> sums = new HashMap<>();
        for (String line : RecordTree.lines(text)) {
            if (line.length() > MD5_DIGITS + 2) {
                md5(line.substring(0, MD5_DIGITS)).ifPresent(sum -> sums.put(line.substring(MD5_DIGITS + 2), sum));
            }
        }
        return sums;
    }

    private static Optional<Bytes> md5(String digits) {
        try {
            return digits.length() == MD5_DIGITS ? Optional.of(Bytes.ofHex(digits)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // No digest stands there, "newconffile" for instance.
            return Optional.empty();
        }
    }

    /** Three lines each: what is diverted, where to, and by which package, a colon for the administrator. */
    private static Map<String, Diversion> diversions(RecordTree tree) {
        Map<String, Diversion> diversions = new HashMap<>();
        List<String> lines = tree.content(FOLDER + "/diversions").map(RecordTree::lines).orElse(List.of());
        for (int at = 0; at + 2 < lines.size(); at += 3) {
            if (lines.get(at).startsWith("/") && lines.get(at + 1).startsWith("/")) {
                diversions.put(lines.get(at).substring(1), new Diversion(lines.get(at + 1).substring(1), lines.get(at + 2)));
            }
        }
        return diversions;
    }

    /** The packages that are unpacked or more. */
    private static List<Stanza> stanzas(byte[] status) {
        List<Map<String, String>> there = fields(status).stream().filter(DpkgRecords::isThere).toList();
        Set<String> names = new HashSet<>();
        Set<String> severalTimes = there.stream().map(one -> one.get("Package")).filter(name -> !names.add(name))
                .collect(Collectors.toSet());
        return there.stream().map(one -> stanza(one, severalTimes)).toList();
    }

    /** Each paragraph's fields; lines that go on begin with a blank. */
    private static List<Map<String, String>> fields(byte[] status) {
        List<Map<String, String>> paragraphs = new ArrayList<>(List.of(new HashMap<>()));
        String field = "";
        for (String line : RecordTree.lines(status)) {
            if (line.isEmpty()) {
                paragraphs.add(new HashMap<>());
            } else if (line.startsWith(" ")) {
                paragraphs.getLast().merge(field, line.substring(1), (one, more) -> one + "\n" + more);
            } else if (line.indexOf(':') > 0) {
                field = line.substring(0, line.indexOf(':'));
                paragraphs.getLast().put(field, line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return paragraphs;
    }

    private static boolean isThere(Map<String, String> fields) {
        String state = fields.getOrDefault("Status", "");
        return fields.containsKey("Package") && fields.containsKey("Version")
                && !state.endsWith(" not-installed") && !state.endsWith(" config-files");
    }

    private static Stanza stanza(Map<String, String> fields, Set<String> severalTimes) {
        String plain = fields.get("Package");
        boolean qualified = severalTimes.contains(plain) || fields.getOrDefault("Multi-Arch", "").equals("same");
        String name = qualified ? plain + ":" + fields.getOrDefault("Architecture", "") : plain;
        Map<String, Bytes> configuration = new HashMap<>();
        for (String line : fields.getOrDefault("Conffiles", "").split("\n")) {
            String[] words = line.split(" ");
            if (words.length >= 2 && words[0].startsWith("/") && !words[words.length - 1].equals("obsolete")) {
                md5(words[1]).ifPresent(sum -> configuration.put(words[0].substring(1), sum));
            }
        }
        return new Stanza(new InstalledPackage(name, fields.get("Version")), plain, configuration);
    }
}
