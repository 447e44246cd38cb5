package org.assay.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Bytes;
import org.assay.model.DigestAlgorithm;
import org.assay.model.FileDetails;
import org.assay.model.FileItem;
import org.assay.model.Inode;
import org.assay.model.Item;
import org.assay.model.KeyItem;
import org.assay.model.Location;
import org.assay.model.Signature;
import org.assay.model.Space;
import org.assay.model.ValueItem;

/**
 * Spells an item out so that two items have the same bytes exactly when they say the same, for digests that are to be signed. What an item
 * does not say is left out, so items keep their bytes when later versions can say more. The layout stands in {@code docs/case-format.md}.
 */
final class CanonicalItem {

    /** The number of names takes one byte below this. */
    private static final int MOST_SHORT = 128;

    private final ByteWriter out;
    private List<String> names = List.of();
    /** Where each of {@code names} ends in {@code out}. */
    private int[] ends = new int[32];

    /** @param out what the items are written to; nobody else writes to it */
    CanonicalItem(ByteWriter out) {
        this.out = out;
    }

    /** Writes the item's canonical bytes in place of those of the item before. */
    void write(Item item) {
        location(item.location());
        switch (item) {
            case FileItem file -> file(file);
            case KeyItem key -> {
                tagged(out, 1).text(Space.KEY.name());
                key.lastWritten().ifPresent(time -> time(tagged(out, 40), time));
                key.className().ifPresent(name -> tagged(out, 41).text(name));
                key.security().ifPresent(bytes -> tagged(out, 42).bytes(bytes));
                if (key.link()) {
                    tagged(out, 43);
                }
            }
            case ValueItem value -> {
                tagged(out, 1).text(Space.VALUE.name());
                tagged(out, 50).number(Integer.toUnsignedLong(value.type()));
                tagged(out, 51).bytes(value.data());
            }
        }
    }

    /** Most names are those of the item before, whose bytes are there already. */
    private void location(Location location) {
        List<String> components = location.components();
        int shared = 0;
        int most = components.size() < MOST_SHORT && names.size() < MOST_SHORT ? Math.min(components.size(), names.size()) : 0;
        while (shared < most && components.get(shared).equals(names.get(shared))) {
            shared++;
        }
        out.clear();
        LocationFormat.writeBeginning(location, out);
        if (shared > 0) {
            out.restore(ends[shared - 1]);
        }
        if (ends.length < components.size()) {
            ends = Arrays.copyOf(ends, components.size() * 2);
        }
        for (int at = shared; at < components.size(); at++) {
            out.text(components.get(at));
            ends[at] = out.length();
        }
        names = components;
    }

    /** Without lambdas: it is done for every file, and lambdas take long to warm up. */
    private void file(FileItem file) {
        FileDetails details = file.details();
        tagged(out, 1).text(file.kind().name());
        if (file.mode().isPresent()) {
            tagged(out, 2).number(Integer.toUnsignedLong(file.mode().get()));
        }
        text(3, file.owner());
        text(4, file.group());
        if (details.inode().isPresent()) {
            inode(details.inode().get(), out);
        }
        if (details != FileDetails.NONE) {
            common(details, out);
        }
        tagged(out, 24).number(file.sizeBytes());
        time(tagged(out, 25), file.times().modified());
        time(26, file.times().statusChanged());
        time(27, file.times().accessed());
        time(28, file.times().created());
        text(31, file.target());
        if (file.sha256().isPresent()) {
            tagged(out, 32).bytes(file.sha256().get());
        }
        if (!details.digests().isEmpty()) {
            digests(details.digests(), out);
        }
    }

    private void text(int tag, Optional<String> text) {
        if (text.isPresent()) {
            tagged(out, tag).text(text.get());
        }
    }

    private void time(int tag, Optional<Instant> time) {
        if (time.isPresent()) {
            time(tagged(out, tag), time.get());
        }
    }

    private static void inode(Inode inode, ByteWriter out) {
        tagged(out, 5).number(inode.device());
        out.number(inode.number());
        out.number(inode.links());
        out.number(inode.allocatedBytes());
        out.number(inode.uid());
        out.number(inode.gid());
    }

    private static void common(FileDetails details, ByteWriter out) {
        if (!details.flags().isEmpty()) {
            List<String> names = details.flags().stream().map(Enum::name).sorted().toList();
            tagged(out, 6).number(names.size());
            names.forEach(out::text);
        }
        if (!details.extended().isEmpty()) {
            tagged(out, 7).number(details.extended().size());
            details.extended().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(attribute -> {
                out.text(attribute.getKey());
                out.bytes(attribute.getValue());
            });
        }
        if (details.contentType().isPresent()) {
            tagged(out, 8).text(details.contentType().get().name());
        }
        if (details.signature().isPresent()) {
            signature(details.signature().get(), out);
        }
    }

    private static void signature(Signature signature, ByteWriter out) {
        tagged(out, 9).text(signature.status().name());
        out.text(signature.signer());
        out.text(signature.issuer());
        out.octet(Flags.of(signature.signed().isPresent()));
        signature.signed().ifPresent(time -> time(out, time));
        out.text(signature.detail());
    }

    private static void digests(Map<DigestAlgorithm, Bytes> digests, ByteWriter out) {
        tagged(out, 33).number(digests.size());
        digests.entrySet().stream().sorted(Comparator.comparing(digest -> digest.getKey().name())).forEach(digest -> {
            out.text(digest.getKey().name());
            out.bytes(digest.getValue());
        });
    }

    private static void time(ByteWriter out, Instant time) {
        out.signed(time.getEpochSecond());
        out.number(time.getNano());
    }

    private static ByteWriter tagged(ByteWriter out, int tag) {
        out.octet(tag);
        return out;
    }
}
