package org.assay.model.field;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;

/**
 * One field of an item.
 *
 * @param number its number in stored forms, 1 to 255; never used again for another
 * @param name what programs find it under, in lower case with underscores; never changed
 * @param label what people find it under
 * @param kinds the kinds of items that can have it
 * @param type what values it has
 * @param value its value; empty where the item does not have it
 * @param compared how it is compared; empty when it is evidence to read only
 * @param kept how an item is given the value that was stored apart; empty for the fields that the layout of blocks knows by name
 * @param missing what people read where an item does not have it though it is compared of its kind; may be empty
 */
public record ItemField<T>(int number, String name, String label, Set<ItemKind> kinds, FieldType<T> type,
        Function<Item, Optional<T>> value, Optional<Compared<?>> compared, Optional<BiFunction<Item, T, Item>> kept, String missing) {

    /** A field of files that is not compared. */
    static <T> ItemField<T> ofFile(int number, String name, String label, FieldType<T> type, Function<FileItem, Optional<T>> value) {
        return of(number, name, label, ItemKind.IN_TREES, type, item -> value.apply((FileItem) item));
    }

    /** A field of registry keys that is not compared. */
    static <T> ItemField<T> ofKey(int number, String name, String label, FieldType<T> type, Function<KeyItem, Optional<T>> value) {
        return of(number, name, label, EnumSet.of(ItemKind.KEY), type, item -> value.apply((KeyItem) item));
    }

    /** A field of registry values that is not compared. */
    static <T> ItemField<T> ofValue(int number, String name, String label, FieldType<T> type, Function<ValueItem, Optional<T>> value) {
        return of(number, name, label, EnumSet.of(ItemKind.VALUE), type, item -> value.apply((ValueItem) item));
    }

    /** A field that is not compared. */
    static <T> ItemField<T> of(int number, String name, String label, Set<ItemKind> kinds, FieldType<T> type,
            Function<Item, Optional<T>> value) {
        return new ItemField<>(number, name, label, kinds, type, value, Optional.empty(), Optional.empty(), "");
    }

    /** This field, compared by its value of the items of {@code kinds} whose source keeps it. */
    ItemField<T> comparedAs(Attribute attribute, Set<ItemKind> ofKinds) {
        return comparedBy(attribute, ofKinds, type, value);
    }

    /** This field, compared by something that follows from the item. */
    <C> ItemField<T> comparedBy(Attribute attribute, Set<ItemKind> ofKinds, FieldType<C> comparedType, Function<Item, Optional<C>> by) {
        return comparedBy(new Compared<>(attribute, ofKinds, comparedType, by, Object::equals));
    }

    private ItemField<T> comparedBy(Compared<?> how) {
        return new ItemField<>(number, name, label, kinds, type, value, Optional.of(how), kept, missing);
    }

    /** This field, compared by its value such that more than equal ones count as the same. */
    ItemField<T> comparedAs(Attribute attribute, Set<ItemKind> ofKinds, BiPredicate<T, T> same) {
        return comparedBy(new Compared<>(attribute, ofKinds, type, value, same));
    }

    /** This field, unknown to the layout of blocks: it is stored by its number, in its canonical form. */
    ItemField<T> keptBy(BiFunction<Item, T, Item> setter) {
        return new ItemField<>(number, name, label, kinds, type, value, compared, Optional.of(setter), missing);
    }

    /** This field with words for people where it is missing. */
    ItemField<T> missingAs(String words) {
        return new ItemField<>(number, name, label, kinds, type, value, compared, kept, words);
    }

    /** Writes its number and then its canonical form, if {@code item} has it. */
    public void write(Item item, FieldOutput out) {
        Optional<T> present = value.apply(item);
        if (present.isPresent()) {
            out.octet(number);
            type.writer().accept(out, present.get());
        }
    }

    void render(Item item, Map<String, Object> exact) {
        value.apply(item).ifPresent(present -> type.exact().render(name, present, exact));
    }

    void show(Item item, Map<String, String> shown) {
        value.apply(item).ifPresentOrElse(present -> type.shown().render(label, present, shown), () -> {
            if (!missing.isEmpty() && compared.filter(how -> how.kinds().contains(ItemKind.of(item))).isPresent()) {
                shown.put(label, missing);
            }
        });
    }
}
