package org.assay.content;

import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.Signature;
import org.assay.model.text.Bytes;

/**
 * Finds out what a content is while its bytes go by once, in order. For one thread; used again for one content after the other.
 *
 * <p>Of a PE program with a certificate table all digests that Authenticode knows are made besides, and the table is held, up to 16 MiB
 * of it; of one without a table those that are asked for, two at most; of everything else {@link TypeDetector#HEAD_BYTES} are held and
 * nothing more is done. What a signature is worth is found out once for each SHA-256.
 */
public final class ContentProbe {

    private final MessageDigest sha256 = Digests.platform("SHA-256");
    private final Digests digests;
    private final Set<DigestAlgorithm> ofEveryProgram;
    private Set<DigestAlgorithm> ofPrograms;
    private final byte[] head = new byte[TypeDetector.HEAD_BYTES];
    private final ConcurrentMap<Bytes, Signature> signatures;
    private int headLength;
    private Optional<ProgramProbe> program = Optional.empty();
    private final ServerScript script = new ServerScript();
    private boolean isScript;

    /**
     * Makes the digests of {@code algorithms} beside SHA-256.
     *
     * @param signatures what is known already of signatures, by the SHA-256 of the program; several probes may share it
     */
    public ContentProbe(Set<DigestAlgorithm> algorithms, ConcurrentMap<Bytes, Signature> signatures) {
        digests = new Digests(chosen(algorithms, false));
        ofEveryProgram = chosen(algorithms, true);
        ofPrograms = ofEveryProgram;
        this.signatures = signatures;
    }

    /** Forgets the bytes taken so far: what is taken next is the start of another content, of which {@code more} digests are made. */
    public void reset(Set<DigestAlgorithm> more) {
        sha256.reset();
        clear();
        if (more.isEmpty()) {
            digests.start(more);
            ofPrograms = ofEveryProgram;
            return;
        }
        digests.start(chosen(more, false));
        Set<DigestAlgorithm> here = chosen(more, true);
        here.addAll(ofEveryProgram);
        ofPrograms = here;
    }

    /** Those of {@code algorithms} that are of programs, or those that are of all files. */
    private static Set<DigestAlgorithm> chosen(Set<DigestAlgorithm> algorithms, boolean programs) {
        Set<DigestAlgorithm> chosen = EnumSet.noneOf(DigestAlgorithm.class);
        algorithms.stream().filter(one -> one.isOfPrograms() == programs).forEach(chosen::add);
        return chosen;
    }

    /** Takes the next {@code count} bytes of the content, from {@code offset} in {@code bytes}. */
    public void update(byte[] bytes, int offset, int count) {
        sha256.update(bytes, offset, count);
        digests.update(bytes, offset, count);
        int toHead = Math.min(count, head.length - headLength);
        if (toHead > 0) {
            System.arraycopy(bytes, offset, head, headLength, toHead);
            headLength += toHead;
            if (headLength == head.length) {
                startOnHead();
            }
        }
        if (isScript) {
            script.update(bytes, offset + toHead, count - toHead);
        }
        if (program.isPresent()) {
            program.get().update(bytes, offset + toHead, count - toHead);
        }
    }

    /** What the bytes taken since the start, the last end or the last reset are; what is taken next is the start of another content. */
    public ContentFacts end() {
        if (headLength < head.length) {
            startOnHead();
        }
        Bytes digest = Bytes.copyOf(sha256.digest());
        Optional<ContentType> newer = program.flatMap(ProgramProbe::type);
        ContentType type = newer.isPresent() ? newer.get() : TypeDetector.detect(head, headLength);
        Optional<Signature> signature = type == ContentType.PE
                ? program.map(pe -> signatures.computeIfAbsent(digest, _ -> pe.signature())) : Optional.empty();
        ContentFacts facts = new ContentFacts(digest, ended(type), type, signature, traits(type),
                type == ContentType.PE ? program.flatMap(ProgramProbe::version) : Optional.empty());
        clear();
        return facts;
    }

    private Map<DigestAlgorithm, Bytes> ended(ContentType type) {
        Map<DigestAlgorithm, Bytes> ended = digests.end();
        if (ofPrograms.isEmpty() || type != ContentType.PE || program.isEmpty()) {
            return ended;
        }
        Map<DigestAlgorithm, Bytes> all = PeDigests.chosen(ofPrograms, program.get().digests());
        all.putAll(ended);
        return all;
    }

    /** All of the head is there, and tells what else is to be looked at. */
    private void startOnHead() {
        Head start = new Head(head, headLength);
        program = start.has(0, "MZ") ? Optional.of(new ProgramProbe(start, ofPrograms)) : Optional.empty();
        isScript = ServerScript.beginsIn(head, headLength);
        if (isScript) {
            script.start();
            script.update(head, 0, headLength);
        }
    }

    private Set<ContentTrait> traits(ContentType type) {
        return isScript && (type == ContentType.SCRIPT || !type.isExecutable()) ? script.traits()
                : type == ContentType.DATA && Randomness.isLikely(head, headLength) ? Set.of(ContentTrait.RANDOM) : Set.of();
    }

    private void clear() {
        isScript = false;
        headLength = 0;
        program = Optional.empty();
    }
}
