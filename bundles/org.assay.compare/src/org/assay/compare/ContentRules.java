package org.assay.compare;

import java.util.Optional;

import org.assay.model.Change;
import org.assay.model.ChangeKind;
import org.assay.model.ContentType;
import org.assay.model.FileItem;
import org.assay.model.FileKind;
import org.assay.model.Finding;
import org.assay.model.Severity;
import org.assay.model.Signature;
import org.assay.model.SignatureStatus;
import org.assay.model.Visible;

/** What a file's first bytes and its signature say against its name or against the baseline. Every rule takes changes of files. */
final class ContentRules {

    private ContentRules() {
    }

    /** What people open without a thought runs when something starts it by its content, as web servers, loaders and Unix do. */
    static Optional<Finding> programInDisguise(Change change) {
        boolean found = change.kind() != ChangeKind.REMOVED && isInDisguise(item(change))
                && before(change).filter(was -> isInDisguise(was) || isSameContent(change) && isDocument(was)).isEmpty();
        ContentType type = type(item(change));
        return Findings.when(found, "program-in-disguise", type == ContentType.SCRIPT ? Severity.MEDIUM : Severity.HIGH,
                () -> "Its name says document, its content says " + type.word() + ".");
    }

    /** Whoever changes a signed program breaks its signature or has to take it off. */
    static Optional<Finding> signatureLost(Change change) {
        Optional<Signature> was = signatureBefore(change).filter(before -> before.status() == SignatureStatus.VALID);
        boolean lost = was.isPresent() && signature(change).map(Signature::status).equals(Optional.of(SignatureStatus.UNSIGNED));
        return Findings.when(lost, "signature-lost", Severity.HIGH, () -> "It was signed by " + signer(was.orElseThrow())
                + " and carries no signature now.");
    }

    /** An update comes from the same signer; names can be claimed by anyone, so that the same name proves nothing. */
    static Optional<Finding> otherSigner(Change change) {
        Optional<Signature> was = signatureBefore(change).filter(before -> before.status() == SignatureStatus.VALID);
        Optional<Signature> is = signature(change).filter(after -> after.status() == SignatureStatus.VALID);
        boolean found = was.isPresent() && is.isPresent() && !(was.get().signer().equals(is.get().signer())
                && was.get().issuer().equals(is.get().issuer()));
        return Findings.when(found, "other-signer", Severity.MEDIUM, () -> "It was signed by " + signer(was.orElseThrow())
                + " and is signed by " + signer(is.orElseThrow()) + " now.");
    }

    /** Someone changed a signed program, or dressed one up as signed. A signature that the baseline has broken already is no news. */
    static Optional<Finding> signatureInvalid(Change change) {
        Optional<Signature> is = signature(change).filter(after -> after.status() == SignatureStatus.INVALID);
        boolean found = is.isPresent() && !signatureBefore(change).equals(is) && !isSameContent(change);
        return Findings.when(found, "signature-invalid", Severity.HIGH, () -> "It carries a signature"
                + (is.orElseThrow().signer().isEmpty() ? "" : " by " + signer(is.orElseThrow())) + " that does not hold. "
                + Visible.text(is.orElseThrow().detail()));
    }

    /** Most programs that are made for sale are signed, and most worms are not; what Windows brings along is vouched for in catalogues. */
    static Optional<Finding> unsignedProgram(Change change) {
        boolean found = change.kind() == ChangeKind.ADDED
                && signature(change).map(Signature::status).equals(Optional.of(SignatureStatus.UNSIGNED));
        return Findings.when(found, "unsigned-program", Severity.LOW, () -> "It is a Windows program that carries no signature.");
    }

    /** A Java archive is a zip archive, and may be called one. */
    private static boolean isInDisguise(FileItem file) {
        return isDocument(file) && type(file).isExecutable()
                && !(type(file) == ContentType.JAVA_ARCHIVE && FileNames.extension(file.location().name()).equals("zip"));
    }

    private static boolean isDocument(FileItem file) {
        return file.kind() == FileKind.FILE && FileNames.isDocument(file.location().name());
    }

    /** What an older baseline does not tell of a content it had is no news. */
    private static boolean isSameContent(Change change) {
        return before(change).flatMap(FileItem::sha256).filter(was -> item(change).sha256().equals(Optional.of(was))).isPresent();
    }

    private static ContentType type(FileItem file) {
        return file.details().contentType().orElse(ContentType.DATA);
    }

    private static Optional<Signature> signature(Change change) {
        return change.kind() == ChangeKind.REMOVED ? Optional.empty() : item(change).details().signature();
    }

    private static Optional<Signature> signatureBefore(Change change) {
        return before(change).flatMap(was -> was.details().signature());
    }

    private static Optional<FileItem> before(Change change) {
        return change.before().map(FileItem.class::cast);
    }

    private static String signer(Signature signature) {
        return Visible.text(signature.signer()) + " (issued by " + Visible.text(signature.issuer()) + ")";
    }

    private static FileItem item(Change change) {
        return (FileItem) change.item();
    }
}
