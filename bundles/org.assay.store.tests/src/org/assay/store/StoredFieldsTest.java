package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.field.ItemField;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.store.block.BlockFormat;
import org.assay.store.block.CanonicalItem;
import org.assay.store.block.OtherFields;
import org.assay.store.bytes.ByteReader;
import org.assay.store.bytes.ByteWriter;
import org.assay.store.bytes.MalformedBytes;
import org.assay.testkit.FindingPages;
import org.assay.testkit.ItemPair;
import org.junit.jupiter.api.Test;

/** Both stored forms hold every field of the model's table, and the page says how. */
class StoredFieldsTest {

    private static byte[] canonical(Item item) {
        ByteWriter out = new ByteWriter(64);
        new CanonicalItem(out).write(item);
        return out.toArray();
    }

    @Test
    void everyComponentOfAnItemComesBackFromItsBlock() {
        for (ItemPair pair : ItemPair.all()) {
            assertEquals(pair.one(), BlockFormat.unpackOne(BlockFormat.packOne(pair.one())), pair.component());
            assertEquals(pair.other(), BlockFormat.unpackOne(BlockFormat.packOne(pair.other())), pair.component());
            assertNotEquals(Bytes.copyOf(canonical(pair.one())), Bytes.copyOf(canonical(pair.other())), pair.component());
        }
    }

    @Test
    void aFieldOfAnAssayToComeIsRefused() {
        ByteWriter one = new ByteWriter(64);
        one.number(1);
        one.bytes(Bytes.ofHex("ff00"));
        Item value = new ValueItem(Location.key("HKLM").value("v"), 1, Bytes.EMPTY);
        assertThrows(MalformedBytes.class, () -> OtherFields.read(true, new ByteReader(one.toArray())).in(value));
    }

    @Test
    void thePageListsTheFieldsInTheOrderOfTheirNumbers() throws IOException {
        String page = Files.readString(FindingPages.folder().resolveSibling("case-format.md"));
        List<ItemField<?>> fields = ItemFields.all().stream().sorted((one, two) -> Integer.compare(one.number(), two.number())).toList();
        String rows = fields.stream().map(StoredFieldsTest::row).collect(Collectors.joining());
        assertEquals(rows, page.substring(page.indexOf("| 1 | `"), page.indexOf("\nA time here")));
    }

    private static String row(ItemField<?> field) {
        String kinds = field.kinds().equals(ItemKind.IN_TREES) ? "files" : field.kinds().size() == 1
                ? field.kinds().iterator().next().name().toLowerCase(Locale.ROOT) + "s" : "all";
        String compared = field.compared().map(how -> "`" + how.attribute() + "`").orElse("");
        return "| %d | `%s` | %s | %s | %s |\n".formatted(field.number(), field.name(), kinds, field.type().layout(), compared);
    }
}
