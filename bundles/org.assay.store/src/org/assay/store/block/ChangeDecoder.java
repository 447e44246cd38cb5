package org.assay.store.block;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.change.Finding;
import org.assay.model.field.Attribute;
import org.assay.model.item.Item;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.ByteReader;
import org.assay.store.bytes.Deflation;
import org.assay.store.bytes.Flags;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.bytes.StoredName;

/** Decodes what {@link ChangeEncoder} made, change by change. Throws {@link MalformedBytes} where that is not possible. */
public final class ChangeDecoder implements Iterator<Change> {

    private static final int SHA256_BYTES = 32;

    private final ByteReader facts;
    private final ItemDecoder items;
    private final List<String> words = new ArrayList<>();
    private final int changes;
    private int previous;
    private int decoded;

    private ChangeDecoder(int changes, ByteReader facts, ItemDecoder items) {
        this.changes = changes;
        this.facts = facts;
        this.items = items;
    }

    /** Opens a block; malformed when it is damaged, holds another number of changes or has another checksum. */
    public static ChangeDecoder open(byte[] data, int changes, Bytes checksum) {
        ByteReader in = new ByteReader(data);
        int version = in.octet();
        if (version < 1 || version > ChangeEncoder.VERSION) {
            throw new MalformedBytes("it is of the format of changes " + version + "; this Assay reads 1 to " + ChangeEncoder.VERSION);
        }
        if (in.number() != changes) {
            throw new MalformedBytes("it holds another number of changes than " + changes);
        }
        long length = in.number();
        byte[] facts = Deflation.inflate(in.raw(in.number()), length);
        Bytes itemsChecksum = in.bytes();
        if (itemsChecksum.length() != SHA256_BYTES || !ChangeEncoder.checksum(version, facts, itemsChecksum).equals(checksum)) {
            throw new MalformedBytes("its checksum is another");
        }
        return new ChangeDecoder(changes, new ByteReader(facts), BlockFormat.unpack(in.raw(in.remaining()), itemsChecksum));
    }

    @Override
    public boolean hasNext() {
        return decoded < changes;
    }

    @Override
    public Change next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        decoded++;
        previous = (int) (previous + facts.signed());
        ChangeKind kind = StoredName.read(ChangeKind.class, word());
        int flags = facts.octet();
        Set<Attribute> attributes = attributes();
        List<Finding> findings = findings();
        Optional<Explanation> explanation = Flags.has(flags, 2) ? Optional.of(explanation()) : Optional.empty();
        Optional<Item> before = Flags.has(flags, 0) ? Optional.of(item()) : Optional.empty();
        Optional<Item> after = Flags.has(flags, 1) ? Optional.of(item()) : Optional.empty();
        if (before.isEmpty() && after.isEmpty()) {
            throw new MalformedBytes("change " + previous + " has neither a before nor an after");
        }
        return new Change(previous, kind, before, after, attributes, findings, explanation);
    }

    private Set<Attribute> attributes() {
        Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        for (int left = facts.count(); left > 0; left--) {
            attributes.add(StoredName.read(Attribute.class, word()));
        }
        return attributes;
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int left = facts.count(); left > 0; left--) {
            findings.add(new Finding(Finding.currentCode(word()), StoredName.read(Severity.class, word()), word()));
        }
        return findings;
    }

    private Explanation explanation() {
        return new Explanation(StoredName.read(ExplanationKind.class, word()), word(), word(), word());
    }

    private Item item() {
        if (!items.hasNext()) {
            throw new MalformedBytes("it holds fewer items than its changes name");
        }
        return items.next();
    }

    private String word() {
        int index = facts.number(words.size());
        if (index == words.size()) {
            words.add(facts.text());
        }
        return words.get(index);
    }
}
