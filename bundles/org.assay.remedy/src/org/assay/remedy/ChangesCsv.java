package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.FieldDifference;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.model.text.Csv;

/**
 * Writes {@code changes.csv} (RFC 4180; UTF-8 without a byte order mark): one change a line, for spreadsheets. Names are made visible and
 * guarded, so they are for reading; {@code changes.json} has the exact ones.
 */
final class ChangesCsv {

    private static final int MAX_DATA_LENGTH = 1_000;

    private static final List<String> COLUMNS = List.of("number", "kind", "severity", "item", "location", "attributes", "findings",
            "decision", "note", "analyst", "decided", "before_kind", "before_size_bytes", "before_modified", "before_sha256", "before_type",
            "before_data", "after_kind", "after_size_bytes", "after_modified", "after_sha256", "after_type", "after_data", "differences",
            "explained_by", "vouched_by", "explanation");

    private ChangesCsv() {
    }

    static void write(List<TaggedChange> changes, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Csv.line(COLUMNS));
        for (TaggedChange tagged : changes) {
            writer.write(Csv.line(cells(tagged)));
        }
        writer.flush();
    }

    private static List<String> cells(TaggedChange tagged) {
        Change change = tagged.change();
        List<String> cells = new ArrayList<>(List.of(String.valueOf(change.number()), change.kind().name(), change.severity().name(),
                switch (change.item()) {
                    case FileItem _ -> "file";
                    case KeyItem _ -> "key";
                    case ValueItem _ -> "value";
                },
                change.location().text(),
                new TreeSet<>(change.attributes()).stream().map(Enum::name).collect(Collectors.joining(" ")),
                change.findings().stream().map(Finding::sentence).collect(Collectors.joining(" "))));
        cells.addAll(List.of(tag(tagged, tag -> tag.decision().name()), tag(tagged, Tag::note), tag(tagged, Tag::analyst),
                tag(tagged, tag -> tag.decided().toString())));
        cells.addAll(item(change.before()));
        cells.addAll(item(change.after()));
        cells.add(change.differences().stream().map(FieldDifference::text).collect(Collectors.joining("; ")));
        cells.addAll(change.explanation().map(why -> List.of(why.subject(), why.vouched(), why.sentence())).orElse(List.of("", "", "")));
        return cells;
    }

    private static String tag(TaggedChange tagged, Function<Tag, String> part) {
        return tagged.tag().map(part).orElse("");
    }

    private static List<String> item(Optional<Item> item) {
        if (item.isEmpty()) {
            return List.of("", "", "", "", "", "");
        }
        return switch (item.get()) {
            case FileItem file -> List.of(file.kind().name(), String.valueOf(file.sizeBytes()), file.modified().toString(),
                    file.sha256().map(Bytes::hex).orElse(""), "", file.target().orElse(""));
            case KeyItem key -> List.of("KEY", "", key.lastWritten().map(Instant::toString).orElse(""), "", "", key.className().orElse(""));
            case ValueItem value -> List.of("VALUE", String.valueOf(value.data().length()), "", "", ValueType.name(value.type()),
                    ValueType.display(value.type(), value.data(), MAX_DATA_LENGTH));
        };
    }
}
