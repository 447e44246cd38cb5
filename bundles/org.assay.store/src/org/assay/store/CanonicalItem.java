package org.assay.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.assay.model.Bytes;
import org.assay.model.DigestAlgorithm;
import org.assay.model.FileDetails;
import org.assay.model.FileItem;
import org.assay.model.Inode;
import org.assay.model.Item;
import org.assay.model.KeyItem;
import org.assay.model.Signature;
import org.assay.model.Space;
import org.assay.model.ValueItem;

/**
 * Spells an item out so that two items have the same bytes exactly when they say the same, for digests that are to be signed. What an item
 * does not say is left out, so items keep their bytes when later versions can say more. The layout stands in {@code docs/case-format.md}.
 */
final class CanonicalItem {

    private CanonicalItem() {
    }

    /** Appends the item's canonical bytes. */
    static void write(Item item, ByteWriter out) {
        LocationFormat.write(item.location(), out);
        switch (item) {
            case FileItem file -> file(file, out);
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

    private static void file(FileItem file, ByteWriter out) {
        FileDetails details = file.details();
        tagged(out, 1).text(file.kind().name());
        file.mode().ifPresent(mode -> tagged(out, 2).number(Integer.toUnsignedLong(mode)));
        file.owner().ifPresent(owner -> tagged(out, 3).text(owner));
        file.group().ifPresent(group -> tagged(out, 4).text(group));
        details.inode().ifPresent(inode -> inode(inode, out));
        common(details, out);
        tagged(out, 24).number(file.sizeBytes());
        time(tagged(out, 25), file.times().modified());
        file.times().statusChanged().ifPresent(time -> time(tagged(out, 26), time));
        file.times().accessed().ifPresent(time -> time(tagged(out, 27), time));
        file.times().created().ifPresent(time -> time(tagged(out, 28), time));
        file.target().ifPresent(target -> tagged(out, 31).text(target));
        file.sha256().ifPresent(digest -> tagged(out, 32).bytes(digest));
        if (!details.digests().isEmpty()) {
            digests(details.digests(), out);
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
        details.contentType().ifPresent(type -> tagged(out, 8).text(type.name()));
        details.signature().ifPresent(signature -> signature(signature, out));
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
