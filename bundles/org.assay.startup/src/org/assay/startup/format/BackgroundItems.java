package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;

/**
 * What macOS starts in the background and at login: the database of background task management ({@code BackgroundItems-v4.btm} and later),
 * the lists of login items before it ({@code backgrounditems.btm}, {@code .sfl2}). They are archives of objects that refer to each other by
 * number. Facts: Apple's NSKeyedArchiver; objective-see's DumpBTM; plaso, {@code macos_background_items.py}.
 */
public final class BackgroundItems implements StartupFormat {

    private static final int MAX_BYTES = 8 << 20;
    private static final int MAX_DEPTH = 16;
    /** The bits of a record's disposition: what the system and what the user lets start. */
    private static final long ENABLED = 1;
    private static final long ALLOWED = 2;

    @Override
    public String name() {
        return "background-items";
    }

    @Override
    public long maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        try {
            Node root = PropertyList.read(content);
            List<FileStart> starts = new ArrayList<>();
            if (root instanceof Node.Table table && table.entries().get("$objects") instanceof Node.Row row) {
                row.members().forEach(each -> record(each, row.members(), starts));
            }
            bookmarks(root, 0, starts);
            return FileStarts.of(starts);
        } catch (DamagedFile e) {
            return FileStarts.unread(e.getMessage());
        }
    }

    private static void record(Node node, List<Node> objects, List<FileStart> starts) {
        if (!(node instanceof Node.Table record) || starts.size() > Limits.MAX_COMMAND_COUNT) {
            return;
        }
        Map<String, Node> fields = record.entries();
        Optional<String> program = text(fields, "executablePath", objects).filter(path -> !path.isEmpty());
        Optional<String> address = referred(fields, "url", objects).flatMap(url -> url instanceof Node.Table table
                ? text(table.entries(), "NS.relative", objects) : Optional.of(url.shown())).filter(text -> text.startsWith("file:"));
        String label = text(fields, "name", objects).filter(name -> !name.isEmpty() && !name.equals("$null"))
                .or(() -> text(fields, "identifier", objects)).orElse("");
        String developer = text(fields, "developerName", objects).filter(name -> !name.equals("$null")).orElse("");
        EntryDetails details = new EntryDetails("", state(fields), "", developer.isEmpty() ? List.of()
                : List.of("said to be by " + Limits.cut(developer, 200)));
        program.filter(path -> path.startsWith("/")).ifPresent(path -> starts.add(start(label, path, details)));
        address.ifPresent(url -> starts.add(program.isPresent() ? start(label, url, details).otherwise() : start(label, url, details)));
    }

    /** Enabled where nothing says otherwise. */
    private static EntryState state(Map<String, Node> fields) {
        Node disposition = fields.get("disposition");
        long bits = disposition instanceof Node.Text text && text.text().matches("[0-9]{1,18}") ? Long.parseLong(text.text())
                : ENABLED | ALLOWED;
        return (bits & ENABLED) != 0 && (bits & ALLOWED) != 0 ? EntryState.ENABLED : EntryState.DISABLED;
    }

    private static FileStart start(String label, String path, EntryDetails details) {
        String bounded = Limits.cut(path);
        return new FileStart(Limits.cut(label), bounded, new Start.Names("'" + bounded.replace("'", "'\\''") + "'", DataKind.COMMAND,
                LaunchContext.USUAL), details);
    }

    private static Optional<String> text(Map<String, Node> fields, String name, List<Node> objects) {
        return referred(fields, name, objects).filter(Node.Text.class::isInstance).map(Node::shown);
    }

    /** The object whose number stands in a field. */
    private static Optional<Node> referred(Map<String, Node> fields, String name, List<Node> objects) {
        return fields.get(name) instanceof Node.Text number && number.text().matches("[0-9]{1,9}")
                && Integer.parseInt(number.text()) < objects.size() ? Optional.of(objects.get(Integer.parseInt(number.text())))
                : Optional.empty();
    }

    private static void bookmarks(Node node, int depth, List<FileStart> starts) {
        if (depth > MAX_DEPTH || starts.size() > Limits.MAX_COMMAND_COUNT) {
            return;
        }
        switch (node) {
            case Node.Data data -> Bookmark.path(data.bytes().toArray()).ifPresent(path -> starts.add(start("", path, EntryDetails.NONE)
                    .otherwise()));
            case Node.Row row -> row.members().forEach(each -> bookmarks(each, depth + 1, starts));
            case Node.Table table -> table.entries().values().forEach(each -> bookmarks(each, depth + 1, starts));
            case Node.Text _ -> {
                // says nothing of a file
            }
        }
    }
}
