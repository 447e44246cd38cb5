package org.assay.content;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.ProgramVersion;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * Follows the bytes of one {@code MZ} program in order: finds its newer header, and of a PE program with a certificate table makes the
 * digests that Authenticode signs and keeps the table. Of one without a table the digests are made that are asked for: a catalogue may
 * name it by them.
 *
 * <p>All of the file is signed but the three places that {@link PeHeader} names. Microsoft's description goes from section to section
 * instead, which is the same wherever the sections lie one behind the other; where they do not, bytes that no section holds count here.
 */
final class ProgramProbe {

    /** A longer certificate table is not kept; those of real programs take some tens of kilobytes. */
    static final int MAX_TABLE_BYTES = 16 << 20;

    /** Of more resources the first are kept; where the version lies behind them, it is not read. */
    static final int MAX_RESOURCE_BYTES = 4 << 20;

    private static final int ALIGNMENT = 8;

    /** The parts that the places divide the file into, in their order. */
    private enum Part { BEFORE_CHECKSUM, CHECKSUM, BEFORE_DIRECTORY, DIRECTORY, BEFORE_TABLE, TABLE, BEHIND }

    private static final Part[] PARTS = Part.values();

    private final long newerAt;
    private final byte[] newer = new byte[PeHeader.BYTES];
    private int newerLength;
    private final Optional<Digested> digested;
    private Optional<Map<ASN1ObjectIdentifier, Bytes>> digests = Optional.empty();
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private final Optional<ResourceSection> resources;
    private final ByteArrayOutputStream resourceBytes = new ByteArrayOutputStream();
    private int part;
    private long position;

    /** A PE program, and what is digested of it. */
    private record Digested(PeHeader places, PeDigests running) {
    }

    /**
     * Takes the program's first bytes: {@link Head#MAX_BYTES}, or all it has.
     *
     * @param asked the digests to be made also of a program without a certificate table; those of whole files are left out
     */
    ProgramProbe(Head head, Set<DigestAlgorithm> asked) {
        newerAt = head.u32(FirstBytes.NEWER_HEADER_AT);
        boolean near = newerAt <= head.length() - PeHeader.BYTES || head.length() < Head.MAX_BYTES;
        boolean isPe = near && FirstBytes.newerHeader(head).filter(ContentType.PE::equals).isPresent();
        Optional<PeHeader> header = isPe ? PeHeader.read(head, (int) newerAt, newerAt) : Optional.empty();
        resources = isPe ? ResourceSection.read(head, (int) newerAt) : Optional.empty();
        digested = header.filter(places -> places.hasTable() || !asked.isEmpty())
                .map(places -> new Digested(places, places.hasTable() ? PeDigests.all() : PeDigests.of(asked)));
        update(head.bytes(), 0, head.length());
    }

    /** Takes the program's next bytes. */
    void update(byte[] bytes, int offset, int count) {
        keepNewerHeader(bytes, offset, count);
        resources.ifPresent(section -> keepResources(section, bytes, offset, count));
        digested.ifPresent(program -> divide(program, bytes, offset, count));
        position += count;
    }

    /** What the newer header says it is, wherever in the file it lies; empty without one. */
    Optional<ContentType> type() {
        return FirstBytes.newerHeader(new Head(newer, newerLength), 0);
    }

    /** What the program says of itself. */
    Optional<ProgramVersion> version() {
        return resources.flatMap(section -> VersionResource.read(resourceBytes.toByteArray(), section.address()));
    }

    /** The signature of the PE program whose last byte was taken. */
    Signature signature() {
        try {
            Optional<Digested> signed = digested.filter(program -> program.places.hasTable());
            return signed.isPresent() ? signature(signed.get()) : withoutNearHeader();
        } catch (SignatureProblemException e) {
            return e.signature();
        }
    }

    /** The digests that Authenticode signs, of the program whose last byte was taken; none where its header is too far away. */
    Map<ASN1ObjectIdentifier, Bytes> digests() {
        if (digests.isEmpty()) {
            digests = Optional.of(digested.map(program -> {
                if (!program.places.hasTable()) {
                    // A table would begin at the next multiple of eight bytes, and what fills the file up to it is signed, too.
                    program.running.update(new byte[ALIGNMENT], 0, (int) (-position & ALIGNMENT - 1));
                }
                return program.running.end();
            }).orElse(Map.of()));
        }
        return digests.get();
    }

    private Signature signature(Digested program) throws SignatureProblemException {
        PeHeader places = program.places;
        if (places.table() < places.end()) {
            throw SignatureProblemException.invalid("The certificate table, at byte " + places.table() + ", lies within the header.");
        }
        long missing = places.table() + places.tableBytes() - position;
        if (missing > 0) {
            throw SignatureProblemException.invalid("The file ends " + missing + " bytes before its certificate table does.");
        }
        if (places.tableBytes() > MAX_TABLE_BYTES) {
            throw SignatureProblemException.unreadable("The certificate table has " + places.tableBytes() + " bytes, and at most "
                    + MAX_TABLE_BYTES
                    + " are read.");
        }
        Signature signature = Signatures.check(CertificateTable.read(table.toByteArray()), digests());
        return missing == 0 ? signature : signature.turned(SignatureStatus.INVALID, -missing
                + " bytes follow the certificate table, where no signature covers them.");
    }

    /** A header that does not lie among the first bytes came too late to leave out what is not signed. */
    private Signature withoutNearHeader() throws SignatureProblemException {
        if (PeHeader.read(new Head(newer, newerLength), 0, newerAt).filter(PeHeader::hasTable).isPresent()
                && newerAt + PeHeader.BYTES > Head.MAX_BYTES) {
            throw SignatureProblemException.unreadable("Its header, at byte " + newerAt + ", lies beyond the first"
                    + Head.MAX_BYTES
                    + " bytes, so its signature was not checked.");
        }
        return Signature.NONE;
    }

    private void keepNewerHeader(byte[] bytes, int offset, int count) {
        long needed = newerAt + newerLength;
        if (newerAt >= 0 && newerLength < newer.length && needed >= position && needed < position + count) {
            int from = (int) (needed - position);
            int taken = Math.min(newer.length - newerLength, count - from);
            System.arraycopy(bytes, offset + from, newer, newerLength, taken);
            newerLength += taken;
        }
    }

    private void keepResources(ResourceSection section, byte[] bytes, int offset, int count) {
        long from = Math.max(position, section.offset());
        long to = Math.min(position + count, section.offset() + Math.min(section.bytes(), MAX_RESOURCE_BYTES));
        if (from < to) {
            resourceBytes.write(bytes, offset + (int) (from - position), (int) (to - from));
        }
    }

    private void divide(Digested program, byte[] bytes, int offset, int count) {
        PeHeader places = program.places;
        for (int done = 0; done < count; ) {
            while (position + done >= end(places, PARTS[part])) {
                part++;
            }
            int taken = (int) Math.min(count - done, end(places, PARTS[part]) - position - done);
            switch (PARTS[part]) {
                case BEFORE_CHECKSUM, BEFORE_DIRECTORY, BEFORE_TABLE -> program.running.update(bytes, offset + done, taken);
                case TABLE -> table.write(bytes, offset + done, Math.min(taken, MAX_TABLE_BYTES - table.size()));
                case CHECKSUM, DIRECTORY, BEHIND -> { }
            }
            done += taken;
        }
    }

    private static long end(PeHeader places, Part part) {
        return switch (part) {
            case BEFORE_CHECKSUM -> places.checksum();
            case CHECKSUM -> places.checksum() + 4;
            case BEFORE_DIRECTORY -> places.directory();
            case DIRECTORY -> places.end();
            case BEFORE_TABLE -> places.table();
            case TABLE -> places.table() + places.tableBytes();
            case BEHIND -> Long.MAX_VALUE;
        };
    }
}
