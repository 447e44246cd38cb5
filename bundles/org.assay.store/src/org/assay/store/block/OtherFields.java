package org.assay.store.block;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.field.ItemField;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.text.Bytes;
import org.assay.store.bytes.ByteReader;
import org.assay.store.bytes.ByteWriter;
import org.assay.store.bytes.MalformedBytes;

/**
 * What an item has of the fields that the layout of shapes does not know by name: each by its number, in its canonical form. So a field
 * that is added to the model's table is stored without a word here.
 *
 * @param fields in the order of their numbers
 */
public record OtherFields(List<Other> fields) {

    static final OtherFields NONE = new OtherFields(List.of());

    /** @param value the number's octet and the canonical form, as {@link ItemField#write} gives them */
    record Other(Bytes value) {

        private Item set(Item item) {
            ByteReader in = new ByteReader(value.toArray());
            int number = in.octet();
            ItemField<?> field = ItemFields.stored(ItemKind.of(item)).stream()
                    .filter(one -> one.number() == number && one.kept().isPresent()).findFirst()
                    .orElseThrow(() -> new MalformedBytes("it has a field " + number + " that this Assay does not know"));
            try {
                Item with = field.read(item, in);
                if (in.remaining() > 0) {
                    throw new MalformedBytes("a field " + number + " is " + in.remaining() + " bytes too long");
                }
                return with;
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new MalformedBytes("a field " + number + " has a value that this Assay does not know", e);
            }
        }
    }

    static OtherFields of(Item item) {
        List<Other> present = new ArrayList<>(0);
        for (ItemField<?> field : ItemFields.keptApart(ItemKind.of(item))) {
            if (field.isIn(item)) {
                ByteWriter value = new ByteWriter(64);
                field.write(item, value);
                present.add(new Other(Bytes.copyOf(value.toArray())));
            }
        }
        return present.isEmpty() ? NONE : new OtherFields(List.copyOf(present));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Appends them, if there are any; a flag must say whether there are. */
    void write(ByteWriter out) {
        if (!fields.isEmpty()) {
            out.number(fields.size());
            fields.forEach(field -> out.bytes(field.value));
        }
    }

    /** @param present what the flag says */
    public static OtherFields read(boolean present, ByteReader in) {
        if (!present) {
            return NONE;
        }
        List<Other> fields = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            fields.add(new Other(in.bytes()));
        }
        return new OtherFields(List.copyOf(fields));
    }

    /** {@code item} with these. */
    public Item in(Item item) {
        Item with = item;
        for (Other field : fields) {
            with = field.set(with);
        }
        return with;
    }
}
