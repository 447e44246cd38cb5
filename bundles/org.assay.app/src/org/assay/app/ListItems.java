package org.assay.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Glob;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.model.text.Labels;
import org.assay.model.text.Visible;

/**
 * Lists what snapshots hold: where a name is, or where else in the case a content lies.
 *
 * @param snapshots the snapshots to look through
 * @param which which items are meant
 * @param limit how many are listed at most; all are counted
 */
public record ListItems(List<Snapshot> snapshots, Predicate<Item> which, long limit) {

    public static final Argument<Long> SNAPSHOT = Argument.optional("snapshot", "Snapshot",
            "The snapshot's number; left out when all are looked through.",
            "SNAPSHOT", ArgumentType.WholeNumber.ID);
    public static final Argument<String> GLOB = Argument.optional("glob", "Locations", "Only locations that match: * within a name, **"
            + " anything, ? one character; case does not count.", "GLOB", new ArgumentType.Text());
    public static final Argument<String> HASH = Argument.optional("hash", "Digest", "Only content with this digest, of any kind that the"
            + " snapshot holds, in hexadecimal.", "HASH", new ArgumentType.Text());
    public static final Argument<String> NAME = Argument.optional("name", "Name", "Only what is called so, wherever it is; * and ? as in"
            + " a location.", "NAME", new ArgumentType.Text());
    public static final Argument<String> TYPE = Argument.optional("type", "Type", "Only of this type: file, directory, link, key, value and"
            + " the like, or what the content is by its first bytes, as pe, elf, script.", "TYPE", new ArgumentType.Text());
    public static final Argument<Boolean> ALL = Argument.flag("all", "All snapshots", "Look through all snapshots of the case.");
    public static final Argument<Long> LIMIT = Argument.optional("limit", "At most", "How many to list at most, 10000 by default; all are"
            + " counted.", "N", new ArgumentType.WholeNumber(1, 10_000_000)).preset(10_000L);

    /** What can be told besides the snapshot and locations, in the order in which help lists it. */
    public static final List<Argument<?>> OPTIONS = List.of(HASH, NAME, TYPE, ALL, LIMIT);

    /** An item in a snapshot. */
    public record Row(Snapshot snapshot, Item item) {
    }

    /**
     * What was found.
     *
     * @param rows at most as many as were to be listed, by snapshot and location
     * @param found how many there are
     */
    public record Found(List<Row> rows, long found) {
    }

    /** The list that {@code values} describe; fails with a sentence when they name no snapshot, or what cannot be. */
    public static ListItems of(ArgumentValues values, Case openCase) {
        Optional<Long> number = values.find(SNAPSHOT);
        if (number.isPresent() == values.get(ALL)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "Name one snapshot by its number, or ask for all of them.");
        }
        List<Predicate<Item>> all = new ArrayList<>();
        values.find(GLOB).map(Glob::new).ifPresent(glob -> all.add(item -> glob.matches(item.location())));
        values.find(NAME).map(name -> new Glob("/" + name))
                .ifPresent(glob -> all.add(item -> glob.matches(Location.file("", item.location().name()))));
        values.find(HASH).map(ListItems::hash).ifPresent(all::add);
        values.find(TYPE).map(ListItems::type).ifPresent(all::add);
        return new ListItems(number.map(openCase::snapshot).map(List::of).orElseGet(openCase::snapshots),
                item -> all.stream().allMatch(one -> one.test(item)), values.get(LIMIT));
    }

    private static Predicate<Item> hash(String text) {
        if (!text.matches("([0-9A-Fa-f]{2}){16,64}")) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "'" + Visible.text(text) + "' is not a digest: write 32 to 128 hexadecimal"
                    + " digits.");
        }
        Bytes digest = Bytes.ofHex(text.toLowerCase(Locale.ROOT));
        return item -> item instanceof FileItem file
                && (file.sha256().filter(digest::equals).isPresent() || file.details().digests().containsValue(digest));
    }

    private static Predicate<Item> type(String text) {
        String name = text.strip().replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        Optional<ItemKind> kind = Stream.of(ItemKind.values()).filter(one -> one.name().equals(name)).findFirst();
        Optional<ContentType> content = Stream.of(ContentType.values()).filter(one -> one.name().equals(name)).findFirst();
        if (kind.isEmpty() && content.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "'" + Visible.text(text) + "' is none of "
                    + String.join(", ", Stream.concat(Stream.of(ItemKind.values()), Stream.of(ContentType.values()))
                            .map(Labels::of).distinct().toList()) + ".");
        }
        return item -> kind.filter(ItemKind.of(item)::equals).isPresent() || content.isPresent() && item instanceof FileItem file
                && file.details().contentType().equals(content);
    }

    /** Looks through the snapshots. */
    public Found run(Case openCase) {
        List<Row> rows = new ArrayList<>();
        long found = 0;
        for (Snapshot snapshot : snapshots) {
            try (ItemStream items = openCase.store().view(snapshot.id()).items()) {
                while (items.hasNext()) {
                    Item item = items.next();
                    if (which.test(item) && found++ < limit) {
                        rows.add(new Row(snapshot, item));
                    }
                }
            }
        }
        return new Found(rows, found);
    }
}
