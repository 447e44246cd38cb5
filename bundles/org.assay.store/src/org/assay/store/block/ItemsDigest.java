package org.assay.store.block;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.bytes.ByteWriter;

/**
 * SHA-256 over everything that every item says. It depends on the items alone: not on the order in which they came, nor on runs, blocks and
 * their formats. Items of one place are taken in the order of their bytes.
 */
public final class ItemsDigest {

    /** What is digested first, so that the digest cannot be taken for one over something else. */
    private static final byte[] PREFIX = "assay items 1\n".getBytes(StandardCharsets.US_ASCII);

    private static final int ENOUGH = 16 << 10;

    private final MessageDigest digest = Sha256.start();
    private final ByteWriter encoded = new ByteWriter(2 * ENOUGH);
    private final ByteWriter one = new ByteWriter(1024);
    private final CanonicalItem writer = new CanonicalItem(one);
    /** Of the place of the last item, all items but the one in {@code one}. */
    private final List<byte[]> same = new ArrayList<>();
    private Optional<Location> place = Optional.empty();

    public ItemsDigest() {
        encoded.raw(PREFIX);
    }

    /** Takes the next item in {@link Location#ORDER}; those of one place in any order. */
    public void add(Item item) {
        if (place.isPresent()) {
            if (isSame(place.get(), item.location())) {
                same.add(one.toArray());
            } else {
                endPlace();
            }
        }
        writer.write(item);
        place = Optional.of(item.location());
    }

    /** The digest over the items that were taken; nothing can follow. */
    public Bytes end() {
        if (place.isPresent()) {
            endPlace();
        }
        encoded.digest(digest);
        return Bytes.copyOf(digest.digest());
    }

    private void endPlace() {
        if (same.isEmpty()) {
            encoded.number(one.length());
            encoded.append(one);
        } else {
            same.add(one.toArray());
            same.sort(Arrays::compareUnsigned);
            for (byte[] item : same) {
                encoded.number(item.length);
                encoded.raw(item);
            }
            same.clear();
        }
        if (encoded.length() >= ENOUGH) {
            encoded.digest(digest);
            encoded.clear();
        }
    }

    /** As {@link Location#sameAs}; nearly always the last components differ, and to see that is cheap. */
    private static boolean isSame(Location one, Location two) {
        if (one.components().size() != two.components().size()
                || one.space().isFile() && two.space().isFile() && !one.name().equals(two.name())) {
            return false;
        }
        return one.sameAs(two);
    }
}
