package org.assay.store.block;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.field.ItemField;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.store.bytes.ByteReader;
import org.assay.store.bytes.ByteWriter;
import org.assay.store.bytes.MalformedBytes;

/**
 * What an item has of the fields that the layout of shapes does not know by name: each by its number, in its canonical form. So a field
 * that is added to the model's table is stored without a word here.
 *
 * @param fields in the order of their numbers
 */
public record OtherFields(List<Other<?>> fields) {

    static final OtherFields NONE = new OtherFields(List.of());

    /** A field and what the item has of it. */
    record Other<T>(ItemField<T> field, T value) {

        /** The field, if {@code item} has it. */
        static <T> Optional<Other<T>> of(ItemField<T> field, Item item) {
            return field.value().apply(item).map(value -> new Other<>(field, value));
        }

        /** The field's number and value in their canonical form. */
        static Other<?> read(ByteReader in) {
            int number = in.octet();
            ItemField<?> field = ItemFields.numbered(number).filter(one -> one.kept().isPresent()).orElseThrow(() -> unknown(number));
            try {
                Other<?> read = read(field, in);
                if (in.remaining() > 0) {
                    throw new MalformedBytes("a field " + number + " is " + in.remaining() + " bytes too long");
                }
                return read;
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new MalformedBytes("a field " + number + " has a value that this Assay does not know", e);
            }
        }

        private static <T> Other<T> read(ItemField<T> field, ByteReader in) {
            return new Other<>(field, field.type().reader().apply(in));
        }

        private static MalformedBytes unknown(int number) {
            return new MalformedBytes("it has a field " + number + " that this Assay does not know");
        }

        private void write(ByteWriter out) {
            ByteWriter form = new ByteWriter(64);
            form.octet(field.number());
            field.type().writer().accept(form, value);
            out.number(form.length());
            out.append(form);
        }

        private Item set(Item item) {
            if (!field.kinds().contains(ItemKind.of(item))) {
                throw unknown(field.number());
            }
            return field.kept().orElseThrow().apply(item, value);
        }

        /** By the number: it stands for the field. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Other<?> one && field.number() == one.field.number() && value.equals(one.value);
        }

        @Override
        public int hashCode() {
            return field.number() * 31 + value.hashCode();
        }
    }

    static OtherFields of(Item item) {
        List<Other<?>> present = new ArrayList<>(0);
        for (ItemField<?> field : ItemFields.keptApart(ItemKind.of(item))) {
            Other.of(field, item).ifPresent(present::add);
        }
        return present.isEmpty() ? NONE : new OtherFields(List.copyOf(present));
    }

    /** Whether {@link #of} gives these for {@code item}. */
    boolean fit(Item item) {
        int at = 0;
        for (ItemField<?> field : ItemFields.keptApart(ItemKind.of(item))) {
            Optional<?> value = field.value().apply(item);
            if (value.isPresent()) {
                if (at == fields.size() || fields.get(at).field.number() != field.number() || !fields.get(at).value.equals(value.get())) {
                    return false;
                }
                at++;
            }
        }
        return at == fields.size();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Appends them, if there are any; a flag must say whether there are. */
    void write(ByteWriter out) {
        if (!fields.isEmpty()) {
            out.number(fields.size());
            fields.forEach(field -> field.write(out));
        }
    }

    /** @param present what the flag says */
    public static OtherFields read(boolean present, ByteReader in) {
        if (!present) {
            return NONE;
        }
        List<Other<?>> fields = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            fields.add(Other.read(new ByteReader(in.bytes().toArray())));
        }
        return new OtherFields(List.copyOf(fields));
    }

    /** {@code item} with these. */
    public Item in(Item item) {
        Item with = item;
        for (Other<?> field : fields) {
            with = field.set(with);
        }
        return with;
    }
}
