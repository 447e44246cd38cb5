package org.assay.model.field;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.text.Labels;

/**
 * How a field is compared. Two items differ in it when both sources keep it and it is not the same.
 *
 * @param attribute what a difference in it is called
 * @param kinds the kinds of items of which it is compared; where the kind differs, it is compared if both kinds are among them
 * @param type the type of what is compared
 * @param value what is compared of an item; empty where its source does not keep it, which is no difference. What an item lacks though its
 *        source keeps it (content that could not be read) is a value
 * @param same whether two values count as the same; equal ones always do
 */
public record Compared<C>(Attribute attribute, Set<ItemKind> kinds, FieldType<C> type, Function<Item, Optional<C>> value,
        BiPredicate<C, C> same) {

    /** Whether two items, both of kinds of which this is compared, differ in it. */
    boolean differs(Item was, Item is) {
        Optional<C> one = value.apply(was);
        Optional<C> other = value.apply(is);
        return one.isPresent() && other.isPresent() && !one.get().equals(other.get()) && !same.test(one.get(), other.get());
    }

    /** Writes what is compared of {@code item}, if its source keeps it and there is something. */
    void write(Item item, FieldOutput out) {
        Optional<C> compared = value.apply(item).filter(present -> !isNothing(present));
        if (compared.isPresent()) {
            out.text(attribute.name());
            type.writer().accept(out, compared.get());
        }
    }

    /** What of two items differs in it, in words. */
    List<FieldDifference> differences(Item was, Item is) {
        Map<String, String> before = show(was);
        Map<String, String> after = show(is);
        Set<String> labels = new LinkedHashSet<>(before.keySet());
        labels.addAll(after.keySet());
        return labels.stream().filter(label -> !Objects.equals(before.get(label), after.get(label)))
                .map(label -> new FieldDifference(label, before.getOrDefault(label, "none"), after.getOrDefault(label, "none"))).toList();
    }

    private Map<String, String> show(Item item) {
        Map<String, String> shown = new LinkedHashMap<>();
        value.apply(item).filter(present -> !isNothing(present))
                .ifPresent(present -> type.shown().render(Labels.of(attribute), present, shown));
        return shown;
    }

    /** Whether the source of {@code item} keeps it. */
    boolean isKept(Item item) {
        return value.apply(item).isPresent();
    }

    private static boolean isNothing(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case Boolean truth -> !truth;
            case Collection<?> values -> values.isEmpty();
            case Map<?, ?> values -> values.isEmpty();
            case Optional<?> maybe -> maybe.isEmpty();
            default -> false;
        };
    }
}
