package org.assay.remedy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.startup.EntryChange;
import org.assay.model.text.Bytes;
import org.assay.remedy.Indicator.Content;
import org.assay.remedy.Indicator.Sign;

/**
 * What other machines can be searched for: what was tagged to be quarantined, and the startup entries that were tagged to go or to be put
 * right. What a clean machine has too is none: contents that the baseline is known to have, the empty content, places of the baseline.
 *
 * @param all by the number of the change, a content before its place; each sign once
 * @param without the numbers of the tagged changes that give none
 */
record Indicators(List<Indicator> all, List<Integer> without) {

    /** SHA-256 of no byte (FIPS 180-4): too many files are empty. */
    private static final Bytes EMPTY = Bytes.ofHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    static Indicators of(ExportContents contents) {
        Set<Location> startup = new TreeSet<>(Location.ORDER);
        contents.startup().stream().filter(row -> row.change() == EntryChange.ADDED || row.change() == EntryChange.CHANGED)
                .forEach(row -> startup.add(row.entry().location()));
        List<TaggedChange> chosen = new ArrayList<>();
        Set<Bytes> digests = new HashSet<>();
        for (TaggedChange tagged : contents.changes()) {
            if (isChosen(tagged, startup)) {
                chosen.add(tagged);
                content(tagged.change().item()).ifPresent(digests::add);
            }
        }
        digests.remove(EMPTY);
        contents.changes().forEach(tagged -> tagged.change().before().flatMap(Indicators::content).ifPresent(digests::remove));
        List<Indicator> all = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        Set<Sign> known = new HashSet<>();
        for (TaggedChange tagged : chosen) {
            Change change = tagged.change();
            List<Sign> signs = signs(change, digests);
            signs.stream().filter(known::add).forEach(sign -> all.add(new Indicator(change.number(), change.location().text(),
                    startup.contains(change.location()), tagged.tag().orElseThrow().decided(), sign)));
            if (signs.isEmpty()) {
                without.add(change.number());
            }
        }
        return new Indicators(List.copyOf(all), List.copyOf(without));
    }

    /** Of files that are repaired, what they hold now is often the machine's own, as a settings file's: only what was added counts. */
    private static boolean isChosen(TaggedChange tagged, Set<Location> startup) {
        Change change = tagged.change();
        if (change.after().isEmpty() || tagged.tag().isEmpty()) {
            return false;
        }
        return switch (tagged.tag().get().decision()) {
            case QUARANTINE -> true;
            case REPAIR -> startup.contains(change.location())
                    && (change.kind() == ChangeKind.ADDED || change.item() instanceof ValueItem);
            case ACCEPT, INVESTIGATE -> false;
        };
    }

    private static Optional<Bytes> content(Item item) {
        return item instanceof FileItem file ? file.sha256() : Optional.empty();
    }

    private static List<Sign> signs(Change change, Set<Bytes> digests) {
        boolean isNew = change.kind() == ChangeKind.ADDED || change.kind() == ChangeKind.MOVED;
        List<Sign> signs = new ArrayList<>();
        switch (change.item()) {
            case FileItem file -> {
                file.sha256().filter(digests::contains).ifPresent(digest -> signs.add(new Content(digest.hex(), file.sizeBytes())));
                if (isNew) {
                    SignPlaces.ofFile(file).ifPresent(signs::add);
                }
            }
            case KeyItem key -> {
                if (isNew) {
                    SignPlaces.ofKey(key.location()).ifPresent(path -> signs.add(new Indicator.Key(path)));
                }
            }
            case ValueItem value -> SignPlaces.ofValue(value, isNew).ifPresent(signs::add);
        }
        return signs;
    }
}
