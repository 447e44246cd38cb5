package org.assay.model.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.testkit.ItemPair;
import org.junit.jupiter.api.Test;

class ItemFieldsTest {

    @Test
    void everyComponentOfAnItemIsInAField() {
        for (ItemPair pair : ItemPair.all()) {
            assertNotEquals(stored(pair.one()), stored(pair.other()), "no field holds " + pair.component());
            assertNotEquals(ItemFields.describe(pair.one()), ItemFields.describe(pair.other()),
                    "programs are not told " + pair.component());
            assertNotEquals(ItemFields.show(pair.one()), ItemFields.show(pair.other()), "people are not shown " + pair.component());
        }
    }

    private static List<Byte> stored(Item item) {
        HashedFields out = new HashedFields(new byte[0]);
        ItemFields.stored(ItemKind.of(item)).forEach(field -> field.write(item, out));
        List<Byte> bytes = new ArrayList<>();
        for (byte one : out.toArray()) {
            bytes.add(one);
        }
        return bytes;
    }

    @Test
    void numbersNamesAndLabelsNameOneField() {
        List<ItemField<?>> all = ItemFields.all();
        assertEquals(all.size(), all.stream().map(ItemField::number).collect(Collectors.toSet()).size());
        assertEquals(all.size(), all.stream().map(ItemField::name).collect(Collectors.toSet()).size());
        assertEquals(all.size(), all.stream().map(ItemField::label).collect(Collectors.toSet()).size());
        assertTrue(all.stream().allMatch(field -> field.number() > 0 && field.number() < 256 && !field.kinds().isEmpty()));
        all.forEach(field -> assertEquals(Optional.of(field), ItemFields.numbered(field.number())));
    }

    @Test
    void everyAttributeIsThatOfAFieldOfTheKindsThatHaveIt() {
        Set<Attribute> attributes = new HashSet<>();
        Map<ItemKind, Set<Attribute>> ofKinds = new LinkedHashMap<>();
        for (ItemField<?> field : ItemFields.all()) {
            field.compared().ifPresent(compared -> {
                attributes.add(compared.attribute());
                assertTrue(field.kinds().containsAll(compared.kinds()), field.name());
                compared.kinds().forEach(kind -> assertTrue(
                        ofKinds.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(compared.attribute()), kind + ", " + field.name()));
            });
        }
        assertEquals(EnumSet.allOf(Attribute.class), attributes);
        assertEquals(EnumSet.allOf(ItemKind.class), ofKinds.keySet());
    }

    @Test
    void itemsOfTwoTypesAreNotCompared() {
        Item key = KeyItem.of(Location.key("HKLM"), Optional.empty(), Optional.empty(), Optional.empty(), false);
        Item value = new ValueItem(Location.key("HKLM").value("v"), 1, Bytes.EMPTY);
        assertThrows(IllegalArgumentException.class, () -> ItemFields.differing(key, value));
    }

    /** Whatever differs has two texts that differ, else a reader sees the same before and after. */
    @Test
    void bothValuesOfEverythingThatDiffersAreShown() {
        for (ItemPair pair : ItemPair.all()) {
            Set<Attribute> attributes = ItemFields.differing(pair.one(), pair.other());
            List<FieldDifference> shown = ItemFields.differences(pair.one(), pair.other(), attributes);
            assertEquals(attributes.isEmpty(), shown.isEmpty(), pair.component());
            shown.forEach(difference -> assertNotEquals(difference.before(), difference.after(), pair.component()));
        }
    }
}
