package org.assay.custody;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/** Certificates and lists of revoked ones in files, in DER or PEM, several in one file. */
public final class TrustFiles {

    private static final long MAX_BYTES = 64L << 20;
    private static final int LINE_LENGTH = 64;

    private TrustFiles() {
    }

    /** What the files hold together; fails for one that holds none. */
    public static Trust read(List<Path> anchors, List<Path> revocations) {
        return new Trust(anchors.stream().flatMap(file -> certificates(file).stream()).distinct().toList(),
                revocations.stream().flatMap(file -> revocations(file).stream()).toList());
    }

    /** The certificates in a file, at least one. */
    public static List<X509Certificate> certificates(Path file) {
        try {
            List<X509Certificate> found = new ArrayList<>();
            CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)))
                    .forEach(one -> found.add((X509Certificate) one));
            return someOf(file, "certificate", found);
        } catch (GeneralSecurityException e) {
            throw none(file, "certificate", e);
        }
    }

    private static List<X509CRL> revocations(Path file) {
        try {
            List<X509CRL> found = new ArrayList<>();
            CertificateFactory.getInstance("X.509").generateCRLs(new ByteArrayInputStream(bytes(file)))
                    .forEach(one -> found.add((X509CRL) one));
            return someOf(file, "list of revoked certificates", found);
        } catch (GeneralSecurityException e) {
            throw none(file, "list of revoked certificates", e);
        }
    }

    /** A certificate as text that every other program reads (RFC 7468). */
    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw none(file, "certificate", null);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The file " + Visible.text(file.toString()) + " cannot be read: "
                    + Visible.text(String.valueOf(e.getMessage())) + ".", e);
        }
    }

    private static <T> List<T> someOf(Path file, String what, List<T> found) {
        if (found.isEmpty()) {
            throw none(file, what, null);
        }
        return found;
    }

    private static AssayException none(Path file, String what, Exception cause) {
        return new AssayException(ErrorCode.WRONG_USAGE, "The file " + Visible.text(file.toString()) + " holds no " + what
                + ". Give one in PEM or DER.", cause);
    }
}
