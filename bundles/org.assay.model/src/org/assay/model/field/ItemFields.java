package org.assay.model.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.item.ItemKind;
import org.assay.model.item.KeyItem;
import org.assay.model.item.KeySecurity;
import org.assay.model.item.Signature;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;

/**
 * Everything that an item says beside its location, each field once, in the order in which it is told and shown. Comparing, fingerprints,
 * stored forms, exports and views follow from this table or are tested against it.
 */
public final class ItemFields {

    private static final Set<ItemKind> FILES = EnumSet.of(ItemKind.FILE);
    private static final Set<ItemKind> CONTENT = EnumSet.of(ItemKind.FILE, ItemKind.STREAM);
    private static final Set<ItemKind> LINKS = EnumSet.of(ItemKind.LINK);
    private static final Set<ItemKind> NOT_STREAMS = EnumSet.complementOf(EnumSet.of(ItemKind.STREAM, ItemKind.KEY, ItemKind.VALUE));
    private static final Set<ItemKind> NOT_LINKS = EnumSet.complementOf(EnumSet.of(ItemKind.LINK, ItemKind.STREAM, ItemKind.KEY,
            ItemKind.VALUE));
    private static final Set<ItemKind> KEYS = EnumSet.of(ItemKind.KEY);
    private static final Set<ItemKind> VALUES = EnumSet.of(ItemKind.VALUE);

    /** What an item is; the one field that every item has. */
    public static final ItemField<ItemKind> KIND = ItemField.of(1, "kind", "kind", EnumSet.allOf(ItemKind.class),
            FieldTypes.ITEM_KIND, item -> Optional.of(ItemKind.of(item)))
            .comparedAs(Attribute.KIND, ItemKind.IN_TREES);

    private static final List<ItemField<?>> ALL = List.of(KIND,
            ItemField.ofFile(24, "size_bytes", "size", FieldTypes.BYTE_COUNT,
                    file -> Optional.of(file.sizeBytes()).filter(_ -> file.reports(Untold.SIZE)))
                    .comparedAs(Attribute.SIZE, CONTENT),
            ItemField.ofFile(25, "modified", "modified", FieldTypes.TIME,
                    file -> Optional.of(file.times().modified()).filter(_ -> file.reports(Untold.MODIFIED_TIME)))
                    .comparedAs(Attribute.MODIFIED_TIME, FILES),
            ItemField.ofFile(26, "status_changed", "status changed", FieldTypes.TIME, file -> file.times().statusChanged()),
            ItemField.ofFile(27, "accessed", "accessed", FieldTypes.TIME, file -> file.times().accessed()),
            ItemField.ofFile(28, "created", "created", FieldTypes.TIME, file -> file.times().created()),
            ItemField.ofFile(2, "mode", "mode", FieldTypes.MODE, FileItem::mode).comparedAs(Attribute.MODE, NOT_LINKS),
            ItemField.ofFile(3, "owner", "owner", FieldTypes.TEXT, FileItem::owner).comparedAs(Attribute.OWNER, NOT_STREAMS),
            ItemField.ofFile(4, "group", "group", FieldTypes.TEXT, FileItem::group).comparedAs(Attribute.GROUP, NOT_STREAMS),
            ItemField.ofFile(32, "sha256", "SHA-256", FieldTypes.BYTES, FileItem::sha256)
                    .comparedBy(Attribute.CONTENT, CONTENT, FieldTypes.optional(FieldTypes.BYTES),
                            item -> Optional.of(((FileItem) item).sha256()).filter(_ -> ((FileItem) item).reports(Untold.CONTENT)))
                    .missingAs("(content was not read)"),
            ItemField.ofFile(31, "target", "link target", FieldTypes.PATH, FileItem::target)
                    .comparedBy(Attribute.LINK_TARGET, LINKS, FieldTypes.optional(FieldTypes.TEXT),
                            item -> Optional.of(((FileItem) item).target()).filter(_ -> ((FileItem) item).reports(Untold.CONTENT))),
            ItemField.ofFile(33, "digests", "digests", FieldTypes.DIGESTS, file -> filled(file.details().digests())),
            ItemField.ofFile(8, "content_type", "content", FieldTypes.constant(ContentType.class).shownAs(ContentType::word),
                    file -> file.details().contentType()),
            ItemField.ofFile(9, "signature", "signature", FieldTypes.SIGNATURE, file -> file.details().signature()),
            ItemField.ofFile(10, "signer_key_sha256", "signer's key (SHA-256)", FieldTypes.BYTES,
                    file -> file.details().signature().flatMap(Signature::key))
                    .keptBy((item, key) -> signedBy((FileItem) item, key)),
            ItemField.ofFile(16, "program_version", "version", FieldTypes.PROGRAM_VERSION, file -> file.details().version())
                    .keptBy((item, version) -> ((FileItem) item).with(((FileItem) item).details().withVersion(Optional.of(version)))),
            ItemField.ofFile(15, "content_traits", "content also", FieldTypes.constants(ContentTrait.class),
                    file -> Optional.of(file.details().traits()).filter(set -> !set.isEmpty()))
                    .keptBy((item, traits) -> ((FileItem) item).with(((FileItem) item).details().withTraits(traits))),
            ItemField.ofFile(34, "untold", "not told by the source", FieldTypes.constants(Untold.class),
                    file -> Optional.of(file.details().untold()).filter(set -> !set.isEmpty()))
                    .keptBy((item, untold) -> ((FileItem) item).with(((FileItem) item).details().withUntold(untold))),
            ItemField.ofFile(6, "flags", "flags", FieldTypes.FLAGS,
                    file -> Optional.of(file.details().flags()).filter(set -> !set.isEmpty()))
                    .comparedBy(Attribute.FLAGS, NOT_STREAMS, FieldTypes.FLAGS,
                            item -> detailed(item).map(FileDetails::comparedFlags)),
            ItemField.ofFile(7, "extended_attributes", "extended attributes", FieldTypes.ATTRIBUTES,
                    file -> filled(file.details().extended()))
                    .comparedBy(Attribute.EXTENDED, NOT_STREAMS, FieldTypes.ATTRIBUTES,
                            item -> detailed(item).map(FileDetails::extended)),
            ItemField.ofFile(5, "inode", "inode", FieldTypes.INODE, file -> file.details().inode())
                    .comparedBy(Attribute.LINKS, FILES, FieldTypes.NUMBER,
                            item -> ((FileItem) item).details().inode().map(Inode::links)),
            ItemField.ofKey(40, "last_written", "last written", FieldTypes.TIME, KeyItem::lastWritten),
            ItemField.ofKey(41, "class_name", "class name", FieldTypes.TEXT, KeyItem::className)
                    .comparedBy(Attribute.CLASS_NAME, KEYS, FieldTypes.TEXT, item -> className((KeyItem) item)),
            ItemField.ofKey(42, "security_hex", "security descriptor", FieldTypes.BYTES, KeyItem::security)
                    .comparedAs(Attribute.SECURITY, KEYS, KeySecurity::same),
            ItemField.ofKey(43, "link", "symbolic link", FieldTypes.MARK, key -> key.link() ? Optional.of(true) : Optional.empty())
                    .comparedBy(Attribute.KIND, KEYS, FieldTypes.TRUTH, item -> link((KeyItem) item)),
            ItemField.ofValue(50, "type", "type", FieldTypes.VALUE_TYPE, value -> Optional.of(value.type()))
                    .comparedAs(Attribute.VALUE_TYPE, VALUES),
            ItemField.ofValue(51, "data", "data", FieldTypes.VALUE_DATA, value -> Optional.of(FieldTypes.ValueData.of(value)))
                    .comparedAs(Attribute.VALUE_DATA, VALUES, (was, is) -> was.data().equals(is.data())));

    private static final Map<ItemKind, List<ItemField<?>>> STORED = byKind(kind -> ALL.stream()
            .filter(field -> field.kinds().contains(kind)).sorted(Comparator.comparing(ItemField::number)).toList());

    private static final Map<ItemKind, List<ItemField<?>>> KEPT_APART = byKind(kind -> STORED.get(kind).stream()
            .filter(field -> field.kept().isPresent()).toList());

    private static final Map<ItemKind, List<Compared<?>>> COMPARED = byKind(kind -> ALL.stream()
            .flatMap(field -> field.compared().stream()).<Compared<?>>map(compared -> compared)
            .filter(compared -> compared.kinds().contains(kind)).toList());

    private ItemFields() {
    }

    /** All fields in the order in which they are told and shown. */
    public static List<ItemField<?>> all() {
        return ALL;
    }

    /** The fields that items of this kind can have, in the order of their numbers, which is that of stored forms. */
    public static List<ItemField<?>> stored(ItemKind kind) {
        return STORED.get(kind);
    }

    /** Those of {@link #stored} that the layout of blocks does not know by name. */
    public static List<ItemField<?>> keptApart(ItemKind kind) {
        return KEPT_APART.get(kind);
    }

    /** The field with this number; empty when no field has it. */
    public static Optional<ItemField<?>> numbered(int number) {
        return ALL.stream().filter(field -> field.number() == number).<ItemField<?>>map(field -> field).findFirst();
    }

    /**
     * In what two items differ that are the same thing, or that hold the same content in two places.
     *
     * @throws IllegalArgumentException when one is a file and the other registry data, or one a key and the other a value
     */
    public static Set<Attribute> differing(Item was, Item is) {
        ItemKind before = ItemKind.of(was);
        ItemKind after = ItemKind.of(is);
        if (was.getClass() != is.getClass()) {
            throw new IllegalArgumentException("items of two types at " + is.location().text());
        }
        Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
        for (Compared<?> compared : COMPARED.get(before)) {
            if ((before == after || compared.kinds().contains(after)) && compared.differs(was, is)) {
                differing.add(compared.attribute());
            }
        }
        return differing;
    }

    /** The {@code attributes} that differ between two items, each with what it was and what it is, in the order in which they are shown. */
    public static List<FieldDifference> differences(Item was, Item is, Set<Attribute> attributes) {
        return COMPARED.get(ItemKind.of(is)).stream().filter(compared -> attributes.contains(compared.attribute()))
                .flatMap(compared -> compared.differences(was, is).stream()).toList();
    }

    /** Whether {@code attribute} is compared of items of this kind. */
    public static boolean isCompared(ItemKind kind, Attribute attribute) {
        return COMPARED.get(kind).stream().anyMatch(compared -> compared.attribute() == attribute);
    }

    /** Equal for two items at one location in which everything that is compared is equal. */
    public static Object compared(Item item) {
        List<Object> values = new ArrayList<>();
        values.add(ItemKind.of(item));
        COMPARED.get(ItemKind.of(item)).forEach(compared -> values.add(compared.value().apply(item)));
        return values;
    }

    /**
     * Writes what is compared of {@code item}.
     *
     * @param other the item that it is compared with, if there is one: what its source does not keep is left out
     * @param attributes of which attributes
     */
    public static void writeCompared(Item item, Optional<Item> other, Set<Attribute> attributes, FieldOutput out) {
        for (Compared<?> compared : COMPARED.get(ItemKind.of(item))) {
            if (attributes.contains(compared.attribute()) && other.filter(
                    item2 -> compared.kinds().contains(ItemKind.of(item2)) && !compared.isKept(item2)).isEmpty()) {
                compared.write(item, out);
            }
        }
    }

    /** Everything about {@code item} but its location, for programs, by the fields' names. */
    public static Map<String, Object> describe(Item item) {
        Map<String, Object> exact = new LinkedHashMap<>();
        of(item).forEach(field -> field.render(item, exact));
        return exact;
    }

    /** Everything about {@code item} but its location, for people, by the fields' labels, safe to show. */
    public static Map<String, String> show(Item item) {
        Map<String, String> shown = new LinkedHashMap<>();
        of(item).forEach(field -> field.show(item, shown));
        return shown;
    }

    private static <T> Map<ItemKind, T> byKind(Function<ItemKind, T> value) {
        Map<ItemKind, T> byKind = new EnumMap<>(ItemKind.class);
        for (ItemKind kind : ItemKind.values()) {
            byKind.put(kind, value.apply(kind));
        }
        return Collections.unmodifiableMap(byKind);
    }

    private static List<ItemField<?>> of(Item item) {
        ItemKind kind = ItemKind.of(item);
        return ALL.stream().filter(field -> field.kinds().contains(kind)).toList();
    }

    private static <M extends Map<?, ?>> Optional<M> filled(M map) {
        return map.isEmpty() ? Optional.empty() : Optional.of(map);
    }

    /** A source that keeps details gives every file its inode. */
    private static Optional<FileDetails> detailed(Item item) {
        FileDetails details = ((FileItem) item).details();
        return details.inode().isPresent() ? Optional.of(details) : Optional.empty();
    }

    /** Sources that keep class names keep the time too; an export beside a hive must not make every class name a change. */
    private static Optional<String> className(KeyItem key) {
        return key.lastWritten().isPresent() ? Optional.of(key.className().orElse("")) : key.className();
    }

    private static Optional<Boolean> link(KeyItem key) {
        return key.lastWritten().isPresent() || key.link() ? Optional.of(key.link()) : Optional.empty();
    }

    private static Item signedBy(FileItem file, Bytes key) {
        Signature signature = file.details().signature()
                .orElseThrow(() -> new IllegalArgumentException("a file without a signature has a signer's key"));
        return file.with(file.details().withSignature(signature.withKey(key)));
    }
}
