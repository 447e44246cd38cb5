package org.assay.capture.listed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.FileKind;

/**
 * A specification of mtree(5), as the programs of FreeBSD and NetBSD, bsdtar and go-mtree write it: entries one in the other that
 * {@code ..} ends, or with whole paths; {@code /set} gives what entries have in common. Names are written as vis(3) does.
 */
public final class MtreeSpec implements ListFormat {

    /** Entries one in the other: each costs all that are above it, so a small list could cost hours. */
    private static final int MAX_DEPTH = 512;
    /** The longest path of such entries in bytes, which Linux takes as one. */
    private static final int MAX_PATH_LENGTH = 4096;
    /** The keywords that tell something; an entry has all of {@code /set}, which could be any number. */
    private static final Set<String> KEYWORDS = Set.of("type", "mode", "size", "time", "uname", "gname", "link", "md5", "md5digest",
            "sha1", "sha1digest", "sha256", "sha256digest", "sha512", "sha512digest");

    @Override
    public void read(InputStream in, ListedFiles files) throws IOException {
        new Reading(new ListLines(in, files), files).run();
    }

    @Override
    public boolean recognises(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith("#mtree") || text.lines().limit(20).anyMatch(line -> line.startsWith("/set ")
                || line.matches("\\.(/\\S*)?\\s+.*type=\\w+.*"));
    }

    @Override
    public boolean filesOnly() {
        return false;
    }

    /** One pass over a specification. */
    private static final class Reading {

        private final ListLines lines;
        private final ListedFiles files;
        private final Map<String, String> common = new HashMap<>();
        private final Deque<String> folders = new ArrayDeque<>();
        /** How many bytes the path of the innermost folder has, a separator behind each. */
        private int length;
        /** How many folders are open in {@link #folders} that are too deep to be told. */
        private long deeper;

        Reading(ListLines lines, ListedFiles files) {
            this.lines = lines;
            this.files = files;
        }

        void run() throws IOException {
            StringBuilder whole = new StringBuilder();
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                String text = line.get();
                boolean goesOn = text.endsWith("\\") && !text.startsWith("#") && whole.length() < ListLines.MAX_LENGTH;
                whole.append(goesOn ? text.substring(0, text.length() - 1) : text);
                if (!goesOn) {
                    take(whole.toString().strip());
                    whole.setLength(0);
                }
            }
        }

        private void take(String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            String[] words = line.split("[ \t]+");
            switch (words[0]) {
                case "/set" -> common.putAll(keywords(words));
                case "/unset" -> {
                    common.keySet().removeAll(keywords(words).keySet());
                    if (List.of(words).contains("all")) {
                        common.clear();
                    }
                }
                case ".." -> leave();
                default -> entry(words);
            }
        }

        private void entry(String[] words) {
            Map<String, String> facts = new HashMap<>(common);
            facts.putAll(keywords(words));
            boolean whole = words[0].contains("/");
            boolean folder = !whole && facts.getOrDefault("type", "").equals("dir");
            if (!whole && (deeper > 0 || length + words[0].length() > MAX_PATH_LENGTH)) {
                lines.problem("it lies deeper than " + MAX_DEPTH + " folders or " + MAX_PATH_LENGTH + " bytes, and was left out");
                deeper += folder ? 1 : 0;
                return;
            }
            String path = unvis(whole || folders.isEmpty() ? words[0] : String.join("/", folders) + "/" + words[0]);
            try {
                files.add(file(path.equals(".") || path.startsWith("./") || path.startsWith("/") ? path : "./" + path, facts));
            } catch (IllegalArgumentException | DateTimeException e) {
                lines.problem("a keyword has no value that can be understood");
            }
            if (folder) {
                enter(words[0]);
            }
        }

        private void enter(String folder) {
            if (folders.size() == MAX_DEPTH) {
                deeper++;
            } else {
                folders.addLast(folder);
                length += folder.length() + 1;
            }
        }

        private void leave() {
            if (deeper > 0) {
                deeper--;
            } else if (!folders.isEmpty()) {
                length -= folders.removeLast().length() + 1;
            }
        }

        private static Map<String, String> keywords(String[] words) {
            Map<String, String> keywords = new HashMap<>();
            for (int at = 1; at < words.length; at++) {
                int equals = words[at].indexOf('=');
                String keyword = equals < 0 ? words[at] : words[at].substring(0, equals);
                if (KEYWORDS.contains(keyword)) {
                    keywords.put(keyword, equals < 0 ? "" : words[at].substring(equals + 1));
                }
            }
            return keywords;
        }
    }

    private static ListedFile file(String path, Map<String, String> facts) {
        ListedFile file = new ListedFile(path);
        facts.forEach((name, value) -> {
            switch (name) {
                case "mode" -> file.mode(Integer.parseInt(value, 8));
                case "size" -> file.size(Long.parseLong(value));
                case "time" -> file.modified(time(value));
                case "uname" -> file.owner(ListedFile.name(unvis(value)));
                case "gname" -> file.group(ListedFile.name(unvis(value)));
                case "link" -> file.target(unvis(value));
                case "md5", "md5digest", "sha1", "sha1digest", "sha256", "sha256digest", "sha512", "sha512digest" ->
                        file.digest(name, value);
                default -> {
                    // Numbers of owners, generations, tags.
                }
            }
        });
        return file.kind(kind(facts.getOrDefault("type", "file")));
    }

    private static FileKind kind(String word) {
        return switch (word) {
            case "file" -> FileKind.FILE;
            case "dir" -> FileKind.DIRECTORY;
            case "link" -> FileKind.LINK;
            case "fifo" -> FileKind.FIFO;
            case "socket" -> FileKind.SOCKET;
            case "char" -> FileKind.CHARACTER_DEVICE;
            case "block" -> FileKind.BLOCK_DEVICE;
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** Seconds, and behind the dot nanoseconds, whether or not with zeros before them. */
    private static Instant time(String text) {
        int dot = text.indexOf('.');
        return Instant.ofEpochSecond(Long.parseLong(dot < 0 ? text : text.substring(0, dot)),
                dot < 0 || dot == text.length() - 1 ? 0 : Long.parseLong(text.substring(dot + 1)));
    }

    /** A text of vis(3): octal, and letters for what blanks and line feeds would be taken for. */
    private static String unvis(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '\\' || at + 1 == text.length()) {
                bytes.write(text.charAt(at));
            } else if (at + 3 < text.length() && text.substring(at + 1, at + 4).matches("[0-3][0-7]{2}")) {
                bytes.write(Integer.parseInt(text.substring(at + 1, at + 4), 8));
                at += 3;
            } else {
                at++;
                bytes.write(switch (text.charAt(at)) {
                    case 's' -> ' ';
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    case 'a' -> 7;
                    case 'v' -> 11;
                    case 'f' -> '\f';
                    case '0' -> 0;
                    default -> text.charAt(at);
                });
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
