package org.assay.store.block;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Inode;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Bytes;
import org.assay.model.text.Space;
import org.assay.store.bytes.ByteReader;
import org.assay.store.bytes.ByteWriter;
import org.assay.store.bytes.Flags;
import org.assay.store.bytes.StoredName;
import org.assay.store.bytes.StoredTime;

/** Of files: everything but location, size, times, digests, target and the numbers that are each file's own. */
public record FileShape(FileKind kind, Optional<Integer> mode, Optional<String> owner, Optional<String> group, boolean digest,
        boolean target,
        boolean statusChanged, boolean accessed, boolean created, Optional<Home> home, Set<FileFlag> flags,
        SortedMap<String, Bytes> extended, Set<DigestAlgorithm> digests, Optional<ContentType> contentType,
        Optional<Signature> signature, OtherFields others) implements Shape {

    /** What the inodes of many files have in common. */
    record Home(long device, long links, long uid, long gid) {

        static Home of(Inode inode) {
            return new Home(inode.device(), inode.links(), inode.uid(), inode.gid());
        }

        boolean fits(Inode inode) {
            return device == inode.device() && links == inode.links() && uid == inode.uid() && gid == inode.gid();
        }
    }

    static FileShape of(FileItem file) {
        FileDetails details = file.details();
        return new FileShape(file.kind(), file.mode(), file.owner(), file.group(), file.sha256().isPresent(), file.target().isPresent(),
                file.times().statusChanged().isPresent(), file.times().accessed().isPresent(), file.times().created().isPresent(),
                details.inode().map(Home::of), details.flags(), details.extended(), details.digests().keySet(), details.contentType(),
                details.signature(), OtherFields.of(file));
    }

    /** Over what files differ in, or can be made to differ in. The generated one takes long to warm up. */
    @Override
    public int hashCode() {
        int hash = kind.hashCode() * 31 + mode.hashCode();
        hash = hash * 31 + contentType.hashCode();
        hash = hash * 31 + owner.hashCode();
        hash = hash * 31 + extended.hashCode();
        hash = hash * 31 + signature.hashCode();
        return home.isEmpty() ? hash : hash * 31 + Long.hashCode(home.get().links * 31 + home.get().uid);
    }

    /** As {@link #fits}. */
    boolean fitsFile(FileItem file) {
        FileDetails details = file.details();
        FileTimes times = file.times();
        return kind == file.kind() && digest == file.sha256().isPresent() && target == file.target().isPresent()
                && mode.equals(file.mode()) && owner.equals(file.owner()) && group.equals(file.group())
                && statusChanged == times.statusChanged().isPresent() && accessed == times.accessed().isPresent()
                && created == times.created().isPresent() && contentType.equals(details.contentType()) && livesAt(details.inode())
                && flags.equals(details.flags()) && extended.equals(details.extended()) && signature.equals(details.signature())
                && digests.equals(details.digests().keySet()) && others.fit(file);
    }

    private boolean livesAt(Optional<Inode> inode) {
        return home.isPresent() == inode.isPresent() && (home.isEmpty() || home.get().fits(inode.get()));
    }

    /** What most file systems allocate for a file of {@code size} bytes: whole blocks of 4,096 bytes. */
    static long usualAllocation(long size) {
        return size + 4095 & ~4095L;
    }

    /** Fails when a digest has another length than its kind. */
    static void checkDigests(FileItem file) {
        if (file.sha256().isPresent()) {
            checkDigest(file, "SHA-256", file.sha256().get().length(), DIGEST_BYTES);
        }
        if (!file.details().digests().isEmpty()) {
            file.details().digests()
                    .forEach((algorithm, digest) -> checkDigest(file, algorithm.name(), digest.length(), algorithm.length()));
        }
    }

    private static void checkDigest(FileItem file, String name, int length, int right) {
        if (length != right) {
            throw new IllegalArgumentException("the " + name + " of " + file.location() + " is not " + right + " bytes long");
        }
    }

    @Override
    public Space space() {
        return kind == FileKind.STREAM ? Space.STREAM : Space.FILE;
    }

    void writeFile(ByteWriter out) {
        out.text(kind.name());
        out.octet(Flags.of(mode.isPresent(), owner.isPresent(), group.isPresent(), digest, target, statusChanged, accessed, created));
        mode.ifPresent(bits -> out.number(Integer.toUnsignedLong(bits)));
        owner.ifPresent(out::text);
        group.ifPresent(out::text);
        out.octet(Flags.of(home.isPresent(), !flags.isEmpty(), !extended.isEmpty(), !digests.isEmpty(), contentType.isPresent(),
                signature.isPresent(), !others.isEmpty()));
        home.ifPresent(common -> write(out, common));
        if (!flags.isEmpty()) {
            out.number(flags.size());
            flags.forEach(flag -> out.text(flag.name()));
        }
        if (!extended.isEmpty()) {
            out.number(extended.size());
            extended.forEach((name, value) -> {
                out.text(name);
                out.bytes(value);
            });
        }
        if (!digests.isEmpty()) {
            out.number(digests.size());
            digests.forEach(algorithm -> out.text(algorithm.name()));
        }
        contentType.ifPresent(type -> out.text(type.name()));
        signature.ifPresent(signed -> write(out, signed));
        others.write(out);
    }

    private static void write(ByteWriter out, Home home) {
        out.number(home.device);
        out.number(home.links);
        out.number(home.uid);
        out.number(home.gid);
    }

    private static void write(ByteWriter out, Signature signature) {
        out.text(signature.status().name());
        out.text(signature.signer());
        out.text(signature.issuer());
        out.octet(Flags.of(signature.signed().isPresent()));
        signature.signed().ifPresent(time -> {
            out.signed(time.getEpochSecond());
            out.number(time.getNano());
        });
        out.text(signature.detail());
    }

    /** Reads what follows the kind; blocks of version 1 have no details. */
    static FileShape read(FileKind kind, ByteReader in, int version) {
        int basic = in.octet();
        Optional<Integer> mode = Flags.has(basic, 0) ? Optional.of((int) in.number()) : Optional.empty();
        Optional<String> owner = Flags.has(basic, 1) ? Optional.of(in.text()) : Optional.empty();
        Optional<String> group = Flags.has(basic, 2) ? Optional.of(in.text()) : Optional.empty();
        int more = version == 1 ? 0 : in.octet();
        Optional<Home> home = Flags.has(more, 0) ? Optional.of(new Home(in.number(), in.number(), in.number(), in.number()))
                : Optional.empty();
        Set<FileFlag> flags = Flags.has(more, 1) ? names(FileFlag.class, in) : Set.of();
        SortedMap<String, Bytes> extended = Flags.has(more, 2) ? extended(in) : FileDetails.NONE.extended();
        Set<DigestAlgorithm> digests = Flags.has(more, 3) ? names(DigestAlgorithm.class, in) : Set.of();
        Optional<ContentType> type = Flags.has(more, 4) ? Optional.of(StoredName.read(ContentType.class, in.text())) : Optional.empty();
        Optional<Signature> signature = Flags.has(more, 5) ? Optional.of(signature(in)) : Optional.empty();
        return new FileShape(kind, mode, owner, group, Flags.has(basic, 3), Flags.has(basic, 4), Flags.has(basic, 5),
                Flags.has(basic, 6), Flags.has(basic, 7), home, flags, extended, digests, type, signature,
                OtherFields.read(Flags.has(more, 6), in));
    }

    private static <E extends Enum<E>> Set<E> names(Class<E> type, ByteReader in) {
        Set<E> names = EnumSet.noneOf(type);
        for (int left = in.count(); left > 0; left--) {
            names.add(StoredName.read(type, in.text()));
        }
        return names;
    }

    private static SortedMap<String, Bytes> extended(ByteReader in) {
        SortedMap<String, Bytes> extended = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            extended.put(in.text(), in.bytes());
        }
        return extended;
    }

    private static Signature signature(ByteReader in) {
        SignatureStatus status = StoredName.read(SignatureStatus.class, in.text());
        String signer = in.text();
        String issuer = in.text();
        Optional<Instant> signed = Flags.has(in.octet(), 0) ? Optional.of(StoredTime.of(in.signed(), in.number())) : Optional.empty();
        return Signature.of(status, signer, issuer, signed, in.text());
    }

    /** The details of a file of this shape, with what is its own. */
    FileDetails details(Optional<Inode> inode, Map<DigestAlgorithm, Bytes> digestValues) {
        return home.isEmpty() && flags.isEmpty() && extended.isEmpty() && digests.isEmpty() && contentType.isEmpty() && signature.isEmpty()
                ? FileDetails.NONE : FileDetails.of(inode, flags, extended, digestValues, contentType, signature);
    }
}
