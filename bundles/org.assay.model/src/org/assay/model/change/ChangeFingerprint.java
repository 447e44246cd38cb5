package org.assay.model.change;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.field.Attribute;
import org.assay.model.field.FieldOutput;
import org.assay.model.field.HashedFields;
import org.assay.model.field.ItemFields;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Sha256;

/**
 * What a tag was decided on, so that another comparison tells whether it sees the same: the SHA-256 over what must be equal for that, and
 * behind it what comparisons may take for the same though it differs ({@link LooseValues}). {@link HeldTags} finds the tag that holds.
 *
 * <p>Digested are the kind of the change, the places without what may be made the same of their names, and what counts of both sides: of
 * an item that was altered or moved what differs, by the attributes that the comparison found; of one that is new, is gone or became of
 * another kind everything that {@link ItemFields} compares. What is empty does not count, nor what the source of the other side does not
 * keep. Registry security counts by its exact bytes, though a comparison takes the accounts of two machines for the same: a tag is on one
 * machine's. Who captures again and learns of an attribute that was not kept before is asked again where everything counts.
 *
 * <p>This is version 3. Tags that were stored with versions 1 and 2 still hold.
 */
public final class ChangeFingerprint {

    /** What is digested first, so that no fingerprint of another version, or of something else, can be the same. */
    private static final byte[] PREFIX = "assay change 3\n".getBytes(StandardCharsets.US_ASCII);

    private ChangeFingerprint() {
    }

    /** The fingerprint with which a tag on {@code change} is stored that was decided on in a comparison with these rules. */
    public static Bytes of(Change change, Sameness rules) {
        byte[] digest = digest(change).toArray();
        byte[] loose = LooseValues.of(change, rules).stored();
        byte[] all = new byte[LooseValues.DIGEST_BYTES + loose.length];
        System.arraycopy(digest, 0, all, 0, LooseValues.DIGEST_BYTES);
        System.arraycopy(loose, 0, all, LooseValues.DIGEST_BYTES, loose.length);
        return Bytes.copyOf(all);
    }

    /** The part that must be equal for a tag to hold. */
    static Bytes digest(Change change) {
        HashedFields out = new HashedFields(PREFIX);
        out.text(change.kind().name());
        out.number(change.attributes().size());
        change.attributes().forEach(attribute -> out.text(attribute.name()));
        write(change, change.before(), change.after(), out);
        write(change, change.after(), change.before(), out);
        return Sha256.of(out.toArray());
    }

    private static void write(Change change, Optional<Item> item, Optional<Item> other, FieldOutput out) {
        out.octet(item.isPresent() ? 1 : 0);
        if (item.isPresent()) {
            Location place = loose(item.get().location());
            out.text(place.space().name());
            out.number(place.components().size());
            place.components().forEach(out::text);
            boolean whole = LooseValues.isWhole(change);
            ItemFields.writeCompared(item.get(), whole ? other : Optional.empty(), digested(change), out);
            if (whole || change.attributes().contains(Attribute.CONTENT)) {
                writeOtherDigests(item.get(), out);
            }
            out.text("");
        }
    }

    /** By these the content of a file is compared whose source tells no SHA-256. */
    private static void writeOtherDigests(Item item, FieldOutput out) {
        if (item instanceof FileItem file && !file.reports(Untold.CONTENT)) {
            file.details().digests().entrySet().stream().sorted(Comparator.comparing(digest -> digest.getKey().name())).forEach(digest -> {
                out.text(digest.getKey().name());
                out.bytes(digest.getValue());
            });
        }
    }

    /** Of which attributes the values are digested. */
    private static Set<Attribute> digested(Change change) {
        Set<Attribute> digested = EnumSet.noneOf(Attribute.class);
        if (LooseValues.isWhole(change)) {
            digested.addAll(EnumSet.complementOf(EnumSet.of(Attribute.MODIFIED_TIME, Attribute.CONTENT)));
        } else {
            digested.addAll(change.attributes());
            digested.remove(Attribute.MODIFIED_TIME);
            if (change.kind() == ChangeKind.MOVED) {
                digested.add(Attribute.CONTENT);
            }
        }
        return digested;
    }

    /** {@code location} without anything that may be made the same of names: equal for all that can meet, and for some that do not. */
    static Location loose(Location location) {
        boolean file = location.space().isFile();
        return new Location(location.space(), location.components().stream()
                .map(name -> RegistryName.fold(file ? Normalizer.normalize(name, Normalizer.Form.NFD) : name)).toList());
    }
}
