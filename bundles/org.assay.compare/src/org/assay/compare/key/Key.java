package org.assay.compare.key;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;

/**
 * Eight bytes that stand for a digest or for names among millions. Whoever names the files of a machine can make two that have the same
 * key, at the cost of some 2^32 digests; so what is said of a change by a key alone may only be less than what is so, and what belongs
 * together is compared itself.
 */
public final class Key {

    private Key() {
    }

    /** That of a digest, its first bytes; a shorter one is padded. */
    public static long of(Bytes digest) {
        long key = 0;
        for (int at = 0; at < Long.BYTES; at++) {
            key = key << Byte.SIZE | (at < digest.length() ? digest.unsignedAt(at) : 0);
        }
        return key;
    }

    /** That of names in their order, exactly as they are. */
    public static long of(List<String> names) {
        MessageDigest digest = Sha256.start();
        for (String name : names) {
            // Unit by unit: a name that is no text, which holds half a surrogate pair, is another name than any other.
            ByteBuffer units = ByteBuffer.allocate(Integer.BYTES + Character.BYTES * name.length()).putInt(name.length());
            units.asCharBuffer().put(name);
            digest.update(units.array());
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** That of a place; a stream has another one than a file of its name. */
    public static long of(Location location) {
        return of(location.components()) + switch (location.space()) {
            case FILE -> 0;
            case KEY -> 1;
            case VALUE -> 2;
            case STREAM -> 3;
        };
    }
}
