package org.assay.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.assay.app.Case;
import org.assay.app.GapSentences;
import org.assay.app.ListItems;
import org.assay.cli.amount.Sizes;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.field.ItemFields;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.model.text.Labels;

/** {@code assay items}: lists what a snapshot holds. */
@Command(name = "items", description = "List what a snapshot holds, or where in the case a content or a name is.",
        footer = {"", "Example:", "  assay items -c outbreak 2 'C:/WINDOWS/**.vbs'", "  assay items -c outbreak --all --hash 275a021b…",
                "  assay items -c outbreak 2 --type pe --name '*.txt' -f json"})
final class ItemsCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Override
    protected void takeArguments(LineArguments line) {
        line.position(ListItems.SNAPSHOT);
        line.position(ListItems.GLOB);
        line.options(ListItems.OPTIONS);
    }

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        ListItems list = ListItems.of(line().values(), openCase);
        ListItems.Found found = list.run(openCase);
        Terminal terminal = assay().terminal();
        new Listing<>("items", Map.of("found", found.found()), columns(), found.rows()).print(format.format(), terminal);
        if (found.found() > found.rows().size()) {
            terminal.warn("and " + String.format(Locale.ROOT, "%,d", found.found() - found.rows().size()) + " more (--limit lists them)");
        }
        List<Snapshot> lacking = list.snapshots().stream()
                .filter(snapshot -> snapshot.coverage().gaps() > 0 || !snapshot.state().isWhole()).toList();
        for (Snapshot snapshot : lacking) {
            GapSentences.ofUnfinished(snapshot).or(() -> GapSentences.ofSnapshot(snapshot))
                    .ifPresent(sentence -> terminal.warn("snapshot " + snapshot.id() + ": " + sentence));
        }
        return lacking.isEmpty() ? ExitCode.OK : ExitCode.GAPS;
    }

    private static List<ListColumn<ListItems.Row>> columns() {
        return List.of(ListColumn.<ListItems.Row>fixed("snapshot", "Snapshot", row -> row.snapshot().id()),
                ListColumn.<ListItems.Row>exact("host", row -> row.snapshot().host()),
                ListColumn.<ListItems.Row>fixed("kind", "Kind", row -> ItemKind.of(row.item()).name()),
                ListColumn.<ListItems.Row>tabled("Size", row -> row.item() instanceof FileItem file ? Sizes.text(file.sizeBytes()) : ""),
                ListColumn.<ListItems.Row>tabled("Content", row -> content(row.item())),
                ListColumn.<ListItems.Row>elastic("location", "Location", row -> row.item().location().text()),
                ListColumn.<ListItems.Row>exact("components", row -> row.item().location().components()),
                ListColumn.<ListItems.Row>tabled("SHA-256", row -> row.item() instanceof FileItem file
                        ? file.sha256().map(Bytes::hex).orElse("") : ""),
                ListColumn.<ListItems.Row>exact("fields", row -> ItemFields.describe(row.item())));
    }

    private static String content(Item item) {
        return item instanceof FileItem file ? file.details().contentType().map(Labels::of).orElse("") : "";
    }
}
