package org.assay.model.change;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.field.Attribute;
import org.assay.model.field.ItemFields;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;

/**
 * The values that count for a tag but that a comparison may take for the same though they differ, in the plain: modification times, and of
 * an item that is on one side only its content, which a comparison may leave out by its size.
 *
 * @param step what the times were taken to be multiples of when the tag was decided
 */
record LooseValues(Duration step, Side before, Side after) {

    /** How long a SHA-256 is: that before these values, and that of a content. */
    static final int DIGEST_BYTES = 32;
    private static final int SIDE_BYTES = 1 + Long.BYTES + Integer.BYTES + 1 + DIGEST_BYTES;

    /**
     * Of one item.
     *
     * @param modified its time; empty where that does not count
     * @param content its SHA-256; empty where that does not count or was not read
     */
    record Side(Optional<Instant> modified, Optional<Bytes> content) {

        static final Side NOTHING = new Side(Optional.empty(), Optional.empty());
    }

    static LooseValues of(Change change, Sameness rules) {
        Location was = change.before().or(change::after).orElseThrow().location();
        LooseValues values = new LooseValues(Duration.ZERO, side(change, change.before()), side(change, change.after()));
        return values.isTimed() ? new LooseValues(rules.step(was, change.location()), values.before, values.after) : values;
    }

    /** Whether everything of an item counts, not only what differs. */
    static boolean isWhole(Change change) {
        return change.before().isEmpty() || change.after().isEmpty() || change.attributes().contains(Attribute.KIND);
    }

    private static Side side(Change change, Optional<Item> item) {
        if (item.isEmpty() || !(item.get() instanceof FileItem file)) {
            return Side.NOTHING;
        }
        ItemKind kind = ItemKind.of(file);
        boolean whole = isWhole(change);
        boolean timed = whole ? ItemFields.isCompared(kind, Attribute.MODIFIED_TIME) && file.reports(Untold.MODIFIED_TIME)
                : change.attributes().contains(Attribute.MODIFIED_TIME);
        return new Side(timed ? Optional.of(file.modified()) : Optional.empty(),
                whole && ItemFields.isCompared(kind, Attribute.CONTENT) ? file.sha256() : Optional.empty());
    }

    private boolean isTimed() {
        return before.modified.isPresent() || after.modified.isPresent();
    }

    /** Whether {@code rules} take these, of a tag, for the same as those of {@code change}, which has the same digest. */
    boolean sameAs(Change change, Sameness rules) {
        LooseValues now = of(change, rules);
        Duration coarsest = Sameness.longer(step, now.step);
        return sameTime(before, now.before, coarsest, rules) && sameTime(after, now.after, coarsest, rules)
                && sameContent(before, now.before, change.before(), rules) && sameContent(after, now.after, change.after(), rules);
    }

    private static boolean sameTime(Side tagged, Side now, Duration step, Sameness rules) {
        return tagged.modified.equals(now.modified) || tagged.modified.isPresent() && now.modified.isPresent()
                && rules.timeMadeSame(tagged.modified.get(), now.modified.get(), step).isPresent();
    }

    private static boolean sameContent(Side tagged, Side now, Optional<Item> item, Sameness rules) {
        return tagged.content.equals(now.content) || item.isPresent() && !rules.comparesContent(item.get());
    }

    /** As it stands behind the digest: nothing where nothing counts, else the step and the two sides. */
    byte[] stored() {
        if (before.equals(Side.NOTHING) && after.equals(Side.NOTHING)) {
            return new byte[0];
        }
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + 2 * SIDE_BYTES);
        out.putLong(step.toNanos());
        write(before, out);
        write(after, out);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void write(Side side, ByteBuffer out) {
        out.put((byte) (side.modified.isPresent() ? 1 : 0));
        side.modified.ifPresent(time -> out.putLong(time.getEpochSecond()).putInt(time.getNano()));
        out.put((byte) (side.content.isPresent() ? 1 : 0));
        side.content.ifPresent(digest -> out.put(digest.toArray()));
    }

    /** What {@link #stored} wrote, behind the digest of {@code fingerprint}; empty when it is something else. */
    static Optional<LooseValues> read(Bytes fingerprint) {
        ByteBuffer in = ByteBuffer.wrap(fingerprint.toArray());
        try {
            in.position(Math.min(in.limit(), DIGEST_BYTES));
            LooseValues values = in.hasRemaining() ? new LooseValues(Duration.ofNanos(in.getLong()), readSide(in), readSide(in))
                    : new LooseValues(Duration.ZERO, Side.NOTHING, Side.NOTHING);
            return in.hasRemaining() ? Optional.empty() : Optional.of(values);
        } catch (BufferUnderflowException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Side readSide(ByteBuffer in) {
        Optional<Instant> modified = in.get() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(in.getLong(), in.getInt()));
        byte[] digest = new byte[in.get() == 0 ? 0 : DIGEST_BYTES];
        in.get(digest);
        return new Side(modified, digest.length == 0 ? Optional.empty() : Optional.of(Bytes.copyOf(digest)));
    }
}
