package org.assay.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.app.content.HexDump;
import org.assay.app.content.HiddenText;
import org.assay.app.content.ShownText;
import org.assay.app.page.ContentSheet;
import org.assay.app.page.ContentSide;
import org.assay.model.ErrorCode;
import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.Bytes;
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
        ContentSide side = side(openCase, item, old ? stored.baseline() : stored.suspect())
                .orElseGet(() -> ContentSide.nothing("The baseline does not have it."));
        List<String> lines = side.text().filter(_ -> !hex)
                .orElseGet(() -> side.bytes().map(bytes -> HexDump.of(bytes.toArray())).orElse(List.of()));
        return new ContentSheet(heading, side.bytes().isPresent(), List.of(side.note()), lines, side.decoded(), all);
    }

    /** What both sides hold, to be held against each other; a side is empty where the change has none. */
    public record Sides(Optional<ContentSide> before, Optional<ContentSide> after) {
    }

    /** Reads both sides of a change; fails with {@link ErrorCode#WRONG_USAGE} when the comparison has no such change. */
    public static Sides both(Case openCase, long comparison, int number) {
        Comparison stored = openCase.comparison(comparison);
        Change change = openCase.taggedChange(stored, number).change();
        return new Sides(side(openCase, change.before(), stored.baseline()), side(openCase, change.after(), stored.suspect()));
    }

    private static Optional<ContentSide> side(Case openCase, Optional<Item> item, long snapshot) {
        return item.map(one -> switch (one) {
            case FileItem file -> side(file, openCase.store().view(snapshot));
            case ValueItem value -> side(value);
            case KeyItem _ -> ContentSide.nothing("A registry key has no data of its own; its values are changes of their own.");
        });
    }

    private static ContentSide side(FileItem file, SnapshotView machine) {
        if (!file.kind().hasContent()) {
            return ContentSide.nothing("It is of the kind " + file.kind() + ", which has no content"
                    + file.target().map(target -> "; it points to " + Visible.text(target)).orElse("") + ".");
        }
        Optional<byte[]> kept = file.sha256().flatMap(machine::content);
        if (kept.isEmpty()) {
            return ContentSide.nothing("The case did not keep its content: it keeps that of files up to "
                    + (Catalogue.KEPT_BYTES >> 20) + " MiB which a startup location names, and of a few settings. Name the file in a"
                    + " catalogue of your own and capture again with that, or read it where the snapshot was taken from.");
        }
        byte[] content = kept.get();
        ReadText read = ReadText.of(content, file.location().name(), machine);
        boolean text = ShownText.isText(read.text());
        return side(Bytes.copyOf(content), read.text(), text ? "read as " + read.encoding() : "not text, so shown as bytes", text);
    }

    private static ContentSide side(ValueItem value) {
        String type = ValueType.name(value.type());
        return switch (value.type()) {
            case ValueType.MULTI_SZ -> side(value.data(), String.join("\n", ValueType.units(value.data()).split("\0")), type
                    + ", a string a line", true);
            case ValueType.SZ, ValueType.EXPAND_SZ, ValueType.LINK -> {
                String all = ValueType.units(value.data());
                yield side(value.data(), all.endsWith("\0") ? all.substring(0, all.length() - 1) : all, type, true);
            }
            case ValueType.DWORD, ValueType.QWORD ->
                side(value.data(), ValueType.display(value.type(), value.data(), 100), type, true);
            default -> side(value.data(), "", type, false);
        };
    }

    private static ContentSide side(Bytes content, String text, String how, boolean isText) {
        String size = String.format(Locale.ROOT, "%,d %s, %s", content.length(), content.length() == 1 ? "byte" : "bytes", how);
        List<ContentSheet.Part> hidden = HiddenText.in(text).stream()
                .map(one -> new ContentSheet.Part(one.heading(), ShownText.lines(one.text()))).toList();
        return new ContentSide(content.length() == 0 ? "It is empty." : size + ".", Optional.of(content),
                isText ? Optional.of(ShownText.lines(text)) : Optional.empty(), hidden);
    }
}
