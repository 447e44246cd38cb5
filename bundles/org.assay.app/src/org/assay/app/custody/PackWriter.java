package org.assay.app.custody;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.assay.app.Case;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.LogHead;
import org.assay.model.custody.Seal;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.model.text.Visible;

/** Writes what a pack holds, before it is encrypted: a ZIP file with the case, its custody log and its seals, and their manifest. */
final class PackWriter {

    /** The case's file. */
    static final String CASE = "case.mv.db";

    /** ZIP has a time with each file; that of the packing is in the manifest. */
    private static final long NO_TIME = Instant.parse("1980-01-02T00:00:00Z").toEpochMilli();

    private final ZipOutputStream zip;
    private final List<PackManifest.PackedFile> files = new ArrayList<>();

    /** Writes one file. */
    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private PackWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Writes everything and leaves {@code out} open. The case must not change meanwhile. */
    static void write(Case openCase, Bytes digest, LogHead head, Instant now, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // what a case holds is compressed by itself
        zip.setLevel(Deflater.BEST_SPEED);
        PackWriter writer = new PackWriter(zip);
        writer.add(CASE, openCase::copy);
        writer.add("custody.txt", file -> file.write(openCase.custody().stream().map(PackWriter::line).collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8)));
        for (Seal seal : openCase.seals()) {
            writer.add("seal-" + seal.id() + ".p7s", file -> file.write(seal.message().toArray()));
            if (seal.timeStamp().isPresent()) {
                writer.add("seal-" + seal.id() + ".tsr", file -> file.write(seal.timeStamp().get().toArray()));
            }
        }
        PackManifest manifest = new PackManifest(now, digest, head, writer.files);
        writer.add(PackManifest.NAME, file -> file.write(manifest.text().getBytes(StandardCharsets.UTF_8)));
        zip.finish();
    }

    private void add(String name, Writing writing) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
        MessageDigest sha256 = Sha256.start();
        CountingStream file = new CountingStream(new DigestOutputStream(zip, sha256));
        writing.to(file);
        zip.closeEntry();
        files.add(new PackManifest.PackedFile(name, file.bytes, Bytes.copyOf(sha256.digest())));
    }

    /** An entry of the custody log as a line; what is in it never ends the line or a column. */
    private static String line(CustodyEntry entry) {
        return List.of(Long.toString(entry.number()), entry.written().toString(), entry.action().label(), entry.subject().text(),
                entry.subject().sha256().map(Bytes::hex).orElse("-"), entry.result(), entry.operator().examiner(),
                entry.operator().user(), entry.operator().machine(), entry.toolVersion(), entry.previous().hex(), entry.sha256().hex())
                .stream().map(Visible::text).collect(Collectors.joining("\t", "", "\n"));
    }

    /** Counts what is written. */
    private static final class CountingStream extends FilterOutputStream {

        private long bytes;

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            out.write(source, offset, length);
            bytes += length;
        }
    }
}
