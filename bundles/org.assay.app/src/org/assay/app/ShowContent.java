package org.assay.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.app.content.HexDump;
import org.assay.app.content.HiddenText;
import org.assay.app.content.ShownText;
import org.assay.app.page.ContentSheet;
import org.assay.model.ErrorCode;
import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.Visible;
import org.assay.startup.Catalogue;
import org.assay.startup.ReadText;

/**
 * Shows what a changed file or registry value holds, and what is hidden in it. Nothing of it is run.
 *
 * @param before whether it is shown as it was in the baseline; where only one side has it, that one is shown otherwise
 * @param hex whether its bytes are shown though it is text
 * @param all whether nothing is left out of long content
 */
public record ShowContent(long comparison, int number, boolean before, boolean hex, boolean all) {

    public static final Argument<Long> NUMBER = Argument.required("change", "Change", "The number of a change, as 'changes' lists it.",
            "NUMBER", new ArgumentType.WholeNumber(1, Integer.MAX_VALUE));
    public static final Argument<Boolean> BEFORE = Argument.flag("before", "As it was before", "Show the baseline's side of the change.");
    public static final Argument<Boolean> HEX = Argument.flag("hex", "Bytes", "Show the bytes in hexadecimal digits.");
    public static final Argument<Boolean> ALL = Argument.flag("all", "All of it", "Leave nothing out, however long it is.");

    /** What the arguments ask for of a comparison. */
    public static ShowContent of(long comparison, ArgumentValues values) {
        return new ShowContent(comparison, values.get(NUMBER).intValue(), values.get(BEFORE), values.get(HEX), values.get(ALL));
    }

    /** Fails with {@link ErrorCode#WRONG_USAGE} when the comparison has no such change. */
    public ContentSheet run(Case openCase) {
        Comparison stored = openCase.comparison(comparison);
        Change change = openCase.taggedChange(stored, number).change();
        boolean old = before || change.after().isEmpty();
        Optional<Item> item = old ? change.before() : change.after();
        String heading = "#" + number + "  " + change.kind() + "  " + item.map(Item::location).orElse(change.location()).text()
                + (old ? "  (baseline)" : "  (suspect)");
        return item.map(one -> sheet(heading, one, openCase.store().view(old ? stored.baseline() : stored.suspect())))
                .orElseGet(() -> nothing(heading, "The baseline does not have it."));
    }

    private ContentSheet sheet(String heading, Item item, SnapshotView machine) {
        return switch (item) {
            case FileItem file -> file(heading, file, machine);
            case ValueItem value -> value(heading, value);
            case KeyItem _ -> nothing(heading, "A registry key has no data of its own; its values are changes of their own.");
        };
    }

    private ContentSheet file(String heading, FileItem file, SnapshotView machine) {
        if (!file.kind().hasContent()) {
            return nothing(heading, "It is of the kind " + file.kind() + ", which has no content"
                    + file.target().map(target -> "; it points to " + Visible.text(target)).orElse("") + ".");
        }
        Optional<byte[]> kept = file.sha256().flatMap(machine::content);
        if (kept.isEmpty()) {
            return nothing(heading, "The case did not keep its content: it keeps that of files up to "
                    + (Catalogue.KEPT_BYTES >> 20) + " MiB which a startup location names, and of a few settings. Name the file in a"
                    + " catalogue of your own and capture again with --catalogue FILE, or read it where the snapshot was taken from.");
        }
        byte[] content = kept.get();
        ReadText read = ReadText.of(content, file.location().name(), machine);
        boolean text = ShownText.isText(read.text());
        return sheet(heading, content, read.text(), text ? "read as " + read.encoding() : "not text, so shown as bytes", text);
    }

    private ContentSheet value(String heading, ValueItem value) {
        byte[] data = value.data().toArray();
        String type = ValueType.name(value.type());
        return switch (value.type()) {
            case ValueType.MULTI_SZ -> sheet(heading, data, String.join("\n", ValueType.units(value.data()).split("\0")), type
                    + ", a string a line", true);
            case ValueType.SZ, ValueType.EXPAND_SZ, ValueType.LINK -> {
                String all = ValueType.units(value.data());
                yield sheet(heading, data, all.endsWith("\0") ? all.substring(0, all.length() - 1) : all, type, true);
            }
            case ValueType.DWORD, ValueType.QWORD -> sheet(heading, data, ValueType.display(value.type(), value.data(), 100), type, true);
            default -> sheet(heading, data, "", type, false);
        };
    }

    private ContentSheet sheet(String heading, byte[] content, String text, String how, boolean isText) {
        String size = String.format(Locale.ROOT, "%,d %s, %s", content.length, content.length == 1 ? "byte" : "bytes", how);
        List<String> lines = hex || !isText ? HexDump.of(content) : ShownText.lines(text);
        List<ContentSheet.Part> hidden = HiddenText.in(text).stream()
                .map(one -> new ContentSheet.Part(one.heading(), ShownText.lines(one.text()))).toList();
        return new ContentSheet(heading, true, List.of(content.length == 0 ? "It is empty." : size + "."), lines, hidden, all);
    }

    private ContentSheet nothing(String heading, String why) {
        return new ContentSheet(heading, false, List.of(why), List.of(), List.of(), all);
    }
}
