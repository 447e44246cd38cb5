package org.assay.store.block;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.assay.model.change.Change;
import org.assay.model.change.Explanation;
import org.assay.model.change.Finding;
import org.assay.model.field.Attribute;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.bytes.ByteWriter;
import org.assay.store.bytes.Deflation;
import org.assay.store.bytes.Flags;
import org.assay.store.bytes.StoredText;

/** Packs changes, given by number, into blocks. The layout stands in {@code docs/case-format.md}. */
public final class ChangeEncoder {

    /** The version of the layout; the first byte of every block. Version 1 had no explanations. */
    static final int VERSION = 2;

    /** When a block ends. Its last change may exceed the bytes. */
    private static final int BLOCK_CHANGES = 1000;
    private static final int BLOCK_BYTES = 256 << 10;

    /** What changes say beside their items, much of it alike, is packed well: it is a fifth of a block and quickly done. */
    private static final int LEVEL = 6;

    private final ByteWriter facts = new ByteWriter(64 << 10);
    private final ItemEncoder items = new ItemEncoder();
    private final Map<String, Integer> words = new HashMap<>();
    private int changes;
    private int number;
    private int previous;
    private int last;

    /**
     * A block as it is stored.
     *
     * @param number its place, from 0
     * @param changes how many it holds, at least 1
     * @param checksum SHA-256 over version, facts before compression and the checksum of the items
     */
    public record Packed(int number, int changes, Bytes checksum, byte[] data) {
    }

    /**
     * Appends a change; gives the block that it filled.
     *
     * @throws IllegalArgumentException when its number is not above that of the change before
     */
    public Optional<Packed> add(Change change) {
        if (change.number() <= last) {
            throw new IllegalArgumentException("change " + change.number() + " comes behind change " + last);
        }
        last = change.number();
        facts.signed(change.number() - previous);
        previous = change.number();
        word(change.kind().name());
        facts.octet(Flags.of(change.before().isPresent(), change.after().isPresent(), change.isExplained()));
        facts.number(change.attributes().size());
        change.attributes().stream().map(Attribute::name).sorted().forEach(this::word);
        facts.number(change.findings().size());
        for (Finding finding : change.findings()) {
            word(StoredText.cut(finding.code()));
            word(finding.severity().name());
            word(StoredText.cut(finding.sentence()));
        }
        change.explanation().ifPresent(this::explanation);
        change.before().ifPresent(items::add);
        change.after().ifPresent(items::add);
        changes++;
        return changes >= BLOCK_CHANGES || items.length() + facts.length() >= BLOCK_BYTES ? end() : Optional.empty();
    }

    private void explanation(Explanation explanation) {
        word(explanation.kind().name());
        word(StoredText.cut(explanation.subject()));
        word(StoredText.cut(explanation.vouched()));
        word(StoredText.cut(explanation.sentence()));
    }

    /** Ends the block that is being filled; empty when there is none. */
    public Optional<Packed> end() {
        if (changes == 0) {
            return Optional.empty();
        }
        byte[] plain = facts.toArray();
        byte[] deflated = Deflation.deflate(plain, LEVEL);
        BlockFormat.Packed packed = BlockFormat.pack(items);
        ByteWriter data = new ByteWriter(deflated.length + packed.data().length + 64);
        data.octet(VERSION);
        data.number(changes);
        data.number(plain.length);
        data.number(deflated.length);
        data.raw(deflated);
        data.bytes(packed.checksum());
        data.raw(packed.data());
        Packed block = new Packed(number++, changes, checksum(VERSION, plain, packed.checksum()), data.toArray());
        facts.clear();
        items.clear();
        words.clear();
        changes = 0;
        previous = 0;
        return Optional.of(block);
    }

    static Bytes checksum(int version, byte[] facts, Bytes items) {
        return Sha256.of(new byte[] {(byte) version}, facts, items.toArray());
    }

    /** A text by its number in the block, and in full where it is new. */
    private void word(String word) {
        int next = words.size();
        Integer known = words.putIfAbsent(word, next);
        facts.number(known == null ? next : known);
        if (known == null) {
            facts.text(word);
        }
    }
}
