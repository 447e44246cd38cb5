package org.assay.model.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.ExtendedAttribute;
import org.assay.model.item.FileFlag;
import org.assay.model.item.Inode;
import org.assay.model.item.ItemKind;
import org.assay.model.item.ProgramVersion;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.model.text.FileName;
import org.assay.model.text.Labels;
import org.assay.model.text.Visible;

/** The types that items' fields have. */
final class FieldTypes {

    /** Longer data is cut where it is text; programs have all of it in hexadecimal digits. */
    private static final int MAX_DATA_TOLD = 1_000;
    private static final int MAX_DATA_SHOWN = 500;

    static final FieldType<String> TEXT = FieldType.plain("*text*", FieldOutput::text, FieldInput::text, text -> text, text -> text);

    /** Text that carries bytes as {@link FileName} says. */
    static final FieldType<String> PATH = TEXT.exactBy((name, path, exact) -> {
        exact.put(name, path);
        if (FileName.holdsOtherBytes(path)) {
            exact.put(name + "_hex", HexFormat.of().formatHex(FileName.encode(path)));
        }
    });

    static final FieldType<Long> NUMBER = FieldType.plain("*number*", FieldOutput::number, FieldInput::number, number -> number,
            number -> String.format(Locale.ROOT, "%,d", number));

    static final FieldType<Long> BYTE_COUNT = NUMBER.shownAs(FieldTypes::bytes);

    static final FieldType<Integer> MODE = FieldType.plain("*number*", (out, mode) -> out.number(Integer.toUnsignedLong(mode)),
            in -> (int) in.number(), "%04o"::formatted, "%04o"::formatted);

    static final FieldType<Instant> TIME = FieldType.plain("time", (out, time) -> {
        out.signed(time.getEpochSecond());
        out.number(time.getNano());
    }, FieldTypes::time, Instant::toString, Instant::toString);

    static final FieldType<Bytes> BYTES = FieldType.plain("*bytes*", FieldOutput::bytes, FieldInput::bytes, Bytes::hex, Bytes::hex);

    /** Says all by being there. */
    static final FieldType<Boolean> MARK = FieldType.plain("nothing", (_, _) -> {
    }, _ -> true, mark -> mark, _ -> "yes");

    static final FieldType<Boolean> TRUTH = FieldType.plain("an *octet*, 0 or 1", (out, truth) -> out.octet(truth ? 1 : 0),
            in -> in.octet() != 0, truth -> truth, truth -> truth ? "yes" : "no");

    /** Programs first read which of the three types of items it is. */
    static final FieldType<ItemKind> ITEM_KIND = constant(ItemKind.class).exactBy((_, kind, exact) -> {
        exact.put("item", kind == ItemKind.KEY ? "key" : kind == ItemKind.VALUE ? "value" : "file");
        if (ItemKind.IN_TREES.contains(kind)) {
            exact.put("file_kind", kind.name());
        }
    });

    static final FieldType<Set<FileFlag>> FLAGS = constants(FileFlag.class);

    static final FieldType<SortedMap<String, Bytes>> ATTRIBUTES = new FieldType<>(
            "the *number* of them, each as name (*text*) and value (*bytes*), in the order of the names",
            (out, attributes) -> {
                out.number(attributes.size());
                attributes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(attribute -> {
                    out.text(attribute.getKey());
                    out.bytes(attribute.getValue());
                });
            },
            FieldTypes::attributes,
            (name, attributes, exact) -> exact.put(name, attributes.entrySet().stream().map(FieldTypes::attribute).toList()),
            (_, attributes, shown) -> attributes.forEach((name, value) -> shown.put(Visible.text(name),
                    Visible.text(ExtendedAttribute.text(name, value)))));

    static final FieldType<Map<DigestAlgorithm, Bytes>> DIGESTS = new FieldType<>(
            "the *number* of them, each as name (*text*) and value (*bytes*), in the order of the names",
            (out, digests) -> {
                out.number(digests.size());
                digests.entrySet().stream().sorted(Comparator.comparing(digest -> digest.getKey().name())).forEach(digest -> {
                    out.text(digest.getKey().name());
                    out.bytes(digest.getValue());
                });
            },
            FieldTypes::digests,
            (_, digests, exact) -> digests.forEach((algorithm, digest) ->
                    exact.put(algorithm.name().toLowerCase(Locale.ROOT), digest.hex())),
            (_, digests, shown) -> digests.forEach((algorithm, digest) -> shown.put(algorithm.name(), digest.hex())));

    static final FieldType<Integer> VALUE_TYPE = FieldType.<Integer>plain("*number*",
            (out, type) -> out.number(Integer.toUnsignedLong(type)), in -> (int) in.number(), Integer::toUnsignedLong, ValueType::name)
            .exactBy((name, type, exact) -> {
                exact.put(name, Integer.toUnsignedLong(type));
                exact.put(name + "_name", ValueType.name(type));
            });

    /** Data of the registry, whose words depend on the type. */
    record ValueData(int type, Bytes data) {

        static ValueData of(ValueItem value) {
            return new ValueData(value.type(), value.data());
        }
    }

    static final FieldType<ValueData> VALUE_DATA = new FieldType<>("*bytes*", (out, value) -> out.bytes(value.data),
            in -> new ValueData(ValueType.BINARY, in.bytes()),
            (name, value, exact) -> {
                exact.put(name + "_text", ValueType.display(value.type, value.data, MAX_DATA_TOLD));
                exact.put(name + "_hex", value.data.hex());
            },
            (label, value, shown) -> {
                shown.put("length", bytes(value.data.length()));
                shown.put(label, ValueType.display(value.type, value.data, MAX_DATA_SHOWN));
            });

    static final FieldType<Inode> INODE = new FieldType<>(
            "device, number, links, allocated bytes, owner's number, group's number (*numbers*)",
            (out, inode) -> {
                out.number(inode.device());
                out.number(inode.number());
                out.number(inode.links());
                out.number(inode.allocatedBytes());
                out.number(inode.uid());
                out.number(inode.gid());
            },
            in -> new Inode(in.number(), in.number(), in.number(), in.number(), in.number(), in.number()),
            (name, inode, exact) -> exact.put(name, exact(inode)), FieldTypes::show);

    static final FieldType<Signature> SIGNATURE = new FieldType<>(
            "status, signer, issuer (*texts*), an *octet*, 1 when a time follows, the time, the detail (*text*)",
            (out, signature) -> {
                out.text(signature.status().name());
                out.text(signature.signer());
                out.text(signature.issuer());
                optional(TIME).writer().accept(out, signature.signed());
                out.text(signature.detail());
            },
            in -> Signature.of(constant(SignatureStatus.class).reader().apply(in), in.text(), in.text(), optional(TIME).reader().apply(in),
                    in.text()),
            (name, signature, exact) -> exact.put(name, exact(signature)),
            (label, signature, shown) -> shown.put(label, Visible.text(text(signature))));

    static final FieldType<ProgramVersion> PROGRAM_VERSION = new FieldType<>(
            "number, product, company, description, original name (*texts*)",
            (out, version) -> {
                out.text(version.number());
                out.text(version.product());
                out.text(version.company());
                out.text(version.description());
                out.text(version.originalName());
            },
            in -> new ProgramVersion(in.text(), in.text(), in.text(), in.text(), in.text()),
            (name, version, exact) -> exact.put(name, exact(version)),
            (label, version, shown) -> {
                shown.put(label, Visible.text(version.number()));
                shown.put("product", Visible.text(version.product()));
                shown.put("company", Visible.text(version.company()));
                shown.put("description", Visible.text(version.description()));
                shown.put("original name", Visible.text(version.originalName()));
            });

    private FieldTypes() {
    }

    /** A constant, stored by its name. */
    static <E extends Enum<E>> FieldType<E> constant(Class<E> type) {
        return FieldType.plain("*text*", (out, constant) -> out.text(constant.name()), in -> Enum.valueOf(type, in.text()), Enum::name,
                Labels::of);
    }

    /** Several constants, stored by their names. */
    static <E extends Enum<E>> FieldType<Set<E>> constants(Class<E> type) {
        return FieldType.plain("the *number* of them, their names (*texts*) in the order of the names",
                (out, constants) -> {
                    out.number(constants.size());
                    if (constants.size() == 1) {
                        out.text(constants.iterator().next().name());
                    } else {
                        constants.stream().map(Enum::name).sorted().forEach(out::text);
                    }
                },
                in -> constants(type, in), constants -> constants.stream().map(Enum::name).toList(),
                constants -> constants.stream().map(Labels::of).collect(Collectors.joining(", ")));
    }

    /** What may be missing where it is asked for. */
    static <T> FieldType<Optional<T>> optional(FieldType<T> type) {
        return new FieldType<>("an *octet*, 1 when it follows, then it (" + type.layout() + ")", (out, value) -> {
            out.octet(value.isPresent() ? 1 : 0);
            value.ifPresent(present -> type.writer().accept(out, present));
        }, in -> in.octet() == 0 ? Optional.empty() : Optional.of(type.reader().apply(in)),
                (name, value, exact) -> value.ifPresent(present -> type.exact().render(name, present, exact)),
                (label, value, shown) -> value.ifPresent(present -> type.shown().render(label, present, shown)));
    }

    private static Instant time(FieldInput in) {
        return Instant.ofEpochSecond(in.signed(), nano(in.number()));
    }

    private static long nano(long nano) {
        if (nano < 0 || nano >= 1_000_000_000) {
            throw new DateTimeException("a nanosecond is " + Long.toUnsignedString(nano));
        }
        return nano;
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, FieldInput in) {
        Set<E> constants = EnumSet.noneOf(type);
        for (int left = in.count(); left > 0; left--) {
            constants.add(Enum.valueOf(type, in.text()));
        }
        return constants;
    }

    private static SortedMap<String, Bytes> attributes(FieldInput in) {
        SortedMap<String, Bytes> attributes = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            attributes.put(in.text(), in.bytes());
        }
        return attributes;
    }

    private static Map<DigestAlgorithm, Bytes> digests(FieldInput in) {
        Map<DigestAlgorithm, Bytes> digests = new EnumMap<>(DigestAlgorithm.class);
        for (int left = in.count(); left > 0; left--) {
            digests.put(DigestAlgorithm.valueOf(in.text()), in.bytes());
        }
        return digests;
    }

    private static Map<String, Object> attribute(Map.Entry<String, Bytes> attribute) {
        Map<String, Object> exact = new LinkedHashMap<>();
        exact.put("name", attribute.getKey());
        exact.put("value_text", ExtendedAttribute.text(attribute.getKey(), attribute.getValue()));
        exact.put("value_hex", attribute.getValue().hex());
        return exact;
    }

    private static Map<String, Object> exact(Inode inode) {
        Map<String, Object> exact = new LinkedHashMap<>();
        exact.put("device", Long.toUnsignedString(inode.device()));
        exact.put("number", Long.toUnsignedString(inode.number()));
        exact.put("links", inode.links());
        exact.put("allocated_bytes", inode.allocatedBytes());
        exact.put("uid", inode.uid());
        exact.put("gid", inode.gid());
        return exact;
    }

    private static void show(String label, Inode inode, Map<String, String> shown) {
        shown.put("links", Long.toString(inode.links()));
        shown.put("allocated", bytes(inode.allocatedBytes()));
        shown.put(label, Long.toUnsignedString(inode.number()) + " on device " + Long.toUnsignedString(inode.device()));
        shown.put("owner and group numbers", inode.uid() + ", " + inode.gid());
    }

    private static Map<String, Object> exact(ProgramVersion version) {
        Map<String, Object> exact = new LinkedHashMap<>();
        exact.put("number", version.number());
        exact.put("product", version.product());
        exact.put("company", version.company());
        exact.put("description", version.description());
        exact.put("original_name", version.originalName());
        return exact;
    }

    private static Map<String, Object> exact(Signature signature) {
        Map<String, Object> exact = new LinkedHashMap<>();
        exact.put("status", signature.status().name());
        exact.put("signer", signature.signer());
        exact.put("issuer", signature.issuer());
        signature.signed().ifPresent(time -> exact.put("signed", time.toString()));
        exact.put("detail", signature.detail());
        return exact;
    }

    private static String text(Signature signature) {
        return Labels.of(signature.status()) + (signature.signer().isEmpty() ? "" : ", by " + signature.signer())
                + (signature.issuer().isEmpty() ? "" : ", issued by " + signature.issuer())
                + signature.signed().map(time -> ", " + time).orElse("")
                + (signature.detail().isEmpty() ? "" : ": " + signature.detail());
    }

    private static String bytes(long count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "byte" : "bytes");
    }
}
