package org.assay.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Tells whether two changes, perhaps of different comparisons, are the same decision to an analyst. */
public final class ChangeFingerprint {

    private ChangeFingerprint() {
    }

    /** SHA-256, 32 bytes, over the kind and over everything that is compared of before and after. */
    public static Bytes of(Change change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(change.kind().ordinal());
            write(out, change.before());
            write(out, change.after());
            return Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, Optional<Item> item) throws IOException {
        out.writeBoolean(item.isPresent());
        if (item.isPresent()) {
            out.writeInt(item.get().location().space().ordinal());
            out.writeInt(item.get().location().components().size());
            for (String component : item.get().location().components()) {
                text(out, item.get() instanceof FileItem ? component : RegistryName.fold(component));
            }
            switch (item.get()) {
                case FileItem file -> file(out, file);
                case KeyItem key -> {
                    text(out, key.className().orElse(""));
                    if (key.security().isPresent() || key.link()) {
                        text(out, key.security().map(Bytes::hex).orElse("") + (key.link() ? " link" : ""));
                    }
                }
                case ValueItem value -> {
                    out.writeInt(value.type());
                    out.writeInt(value.data().length());
                    out.write(value.data().toArray());
                }
            }
        }
    }

    private static void file(DataOutputStream out, FileItem file) throws IOException {
        out.writeInt(file.kind().ordinal());
        text(out, file.target().orElse(""));
        text(out, file.sha256().map(Bytes::hex).orElse(""));
        out.writeInt(file.mode().orElse(-1));
        text(out, file.owner().orElse(""));
        text(out, file.group().orElse(""));
        text(out, new TreeSet<>(file.details().comparedFlags()).toString());
        for (Map.Entry<String, Bytes> attribute : file.details().extended().entrySet()) {
            text(out, attribute.getKey());
            text(out, attribute.getValue().hex());
        }
        if (file.kind() == FileKind.FILE) {
            out.writeLong(file.details().links());
        }
        if (file.kind() != FileKind.DIRECTORY) {
            out.writeLong(file.sizeBytes());
            out.writeLong(file.modified().getEpochSecond());
            out.writeInt(file.modified().getNano());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }
}
