package org.assay.model.change;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.field.Attribute;
import org.assay.model.field.FieldOutput;
import org.assay.model.field.HashedFields;
import org.assay.model.field.ItemFields;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Sha256;

/**
 * The fingerprints of changes as they were before version 3, for tags that are stored with them. Version 2 covered everything compared of
 * both sides, as it was read, whatever a comparison takes for the same. Version 1 numbered constants by the order that they had then, and
 * covered size and time of links and special files, which are not compared.
 */
public final class OldFingerprint {

    private static final List<String> CHANGE_KINDS = List.of("ADDED", "REMOVED", "MODIFIED", "MOVED");
    private static final List<String> SPACES = List.of("FILE", "KEY", "VALUE", "STREAM");
    private static final List<String> FILE_KINDS = List.of("FILE", "DIRECTORY", "LINK", "FIFO", "SOCKET", "CHARACTER_DEVICE",
            "BLOCK_DEVICE", "OTHER", "STREAM");
    private static final List<String> FLAGS = List.of("IMMUTABLE", "APPEND_ONLY", "COMPRESSED", "ENCRYPTED", "NO_DUMP", "VERITY", "DAX",
            "READ_ONLY", "HIDDEN", "SYSTEM", "ARCHIVE", "TEMPORARY", "SPARSE", "REPARSE_POINT", "OFFLINE", "NOT_INDEXED");

    private static final byte[] SECOND_PREFIX = "assay change 2\n".getBytes(StandardCharsets.US_ASCII);
    /** What was compared then; an attribute that came later was in no fingerprint. */
    private static final Set<Attribute> SECOND_ATTRIBUTES = EnumSet.range(Attribute.KIND, Attribute.SECURITY);

    private OldFingerprint() {
    }

    /** The fingerprints with which an older version may have stored a tag that holds for {@code change}, the latest version first. */
    public static List<Bytes> all(Change change) {
        return Stream.concat(Stream.of(second(change), first(change, true)), withoutDetails(change).stream()).toList();
    }

    private static Bytes second(Change change) {
        HashedFields out = new HashedFields(SECOND_PREFIX);
        out.text(change.kind().name());
        writeSecond(change.before(), change.after(), out);
        writeSecond(change.after(), change.before(), out);
        return Sha256.of(out.toArray());
    }

    private static void writeSecond(Optional<Item> item, Optional<Item> other, FieldOutput out) {
        out.octet(item.isPresent() ? 1 : 0);
        if (item.isPresent()) {
            Location location = item.get().location();
            out.text(location.space().name());
            out.number(location.components().size());
            for (String component : location.components()) {
                out.text(location.space().isFile() ? component : RegistryName.fold(component));
            }
            ItemFields.writeCompared(item.get(), other, SECOND_ATTRIBUTES, out);
            out.text("");
        }
    }

    /**
     * As builds gave it that knew no details of files. Only items that have none can have been tagged so: once a capture tells more, the
     * analyst is asked again.
     */
    private static Optional<Bytes> withoutDetails(Change change) {
        return Stream.of(change.before(), change.after()).flatMap(Optional::stream)
                .allMatch(item -> item instanceof FileItem file && file.details().equals(FileDetails.NONE))
                        ? Optional.of(first(change, false)) : Optional.empty();
    }

    private static Bytes first(Change change, boolean details) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(CHANGE_KINDS.indexOf(change.kind().name()));
            write(out, change.before(), details);
            write(out, change.after(), details);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.of(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, Optional<Item> item, boolean details) throws IOException {
        out.writeBoolean(item.isPresent());
        if (item.isPresent()) {
            Location location = item.get().location();
            out.writeInt(SPACES.indexOf(location.space().name()));
            out.writeInt(location.components().size());
            for (String component : location.components()) {
                text(out, location.space().isFile() ? component : RegistryName.fold(component));
            }
            switch (item.get()) {
                case FileItem file -> file(out, file, details);
                case KeyItem key -> key(out, key);
                case ValueItem value -> {
                    out.writeInt(value.type());
                    out.writeInt(value.data().length());
                    out.write(value.data().toArray());
                }
            }
        }
    }

    private static void key(DataOutputStream out, KeyItem key) throws IOException {
        text(out, key.className().orElse(""));
        if (key.security().isPresent() || key.link()) {
            text(out, key.security().map(Bytes::hex).orElse("") + (key.link() ? " link" : ""));
        }
    }

    private static void file(DataOutputStream out, FileItem file, boolean details) throws IOException {
        out.writeInt(FILE_KINDS.indexOf(file.kind().name()));
        text(out, file.target().orElse(""));
        text(out, file.sha256().map(Bytes::hex).orElse(""));
        out.writeInt(file.mode().orElse(-1));
        text(out, file.owner().orElse(""));
        text(out, file.group().orElse(""));
        if (details) {
            details(out, file);
        }
        if (file.kind() != FileKind.DIRECTORY) {
            out.writeLong(file.sizeBytes());
            out.writeLong(file.modified().getEpochSecond());
            out.writeInt(file.modified().getNano());
        }
    }

    private static void details(DataOutputStream out, FileItem file) throws IOException {
        List<String> flags = file.details().comparedFlags().stream().map(Enum::name).toList();
        text(out, FLAGS.stream().filter(flags::contains).toList().toString());
        for (Map.Entry<String, Bytes> attribute : file.details().extended().entrySet()) {
            text(out, attribute.getKey());
            text(out, attribute.getValue().hex());
        }
        if (file.kind() == FileKind.FILE) {
            out.writeLong(file.details().links());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }
}
