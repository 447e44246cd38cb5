package org.assay.custody;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Time stamps of an authority (RFC 3161) about a message, by its SHA-256. */
public final class TimeStamps {

    private static final ASN1ObjectIdentifier SHA_256 = NISTObjectIdentifiers.id_sha256;

    private static final int NONCE_BITS = 64;

    /** An answer holds a signature and some certificates. */
    private static final int MAX_BYTES = 1 << 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private TimeStamps() {
    }

    /** What is asked: a file that is carried to an authority, or the body of a request. */
    public static Bytes request(Bytes message) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            return Bytes.copyOf(generator.generate(SHA_256, digest(message), new BigInteger(NONCE_BITS, new SecureRandom())).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a request is always well-formed", e);
        }
    }

    /** Asks an authority by HTTP (RFC 3161, 3.4); gives its answer once that is one to {@code request}. */
    public static Bytes ask(URI authority, Bytes request) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(authority).timeout(TIMEOUT)
                    .header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.toArray())).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw failure(authority, "it answered with the status " + answer.statusCode(), null);
            }
            TimeStampResponse response = new TimeStampResponse(answer.body());
            response.validate(new TimeStampRequest(request.toArray()));
            if (response.getTimeStampToken() == null) {
                throw failure(authority, "it refused: " + response.getStatusString(), null);
            }
            return Bytes.copyOf(answer.body());
        } catch (IOException | IllegalArgumentException | TSPException e) {
            throw failure(authority, String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssayException(ErrorCode.CANCELLED, "Stopped while the authority was asked for a time stamp.", e);
        }
    }

    private static AssayException failure(URI authority, String why, Exception cause) {
        return new AssayException(ErrorCode.SOURCE, "There is no time stamp from " + Visible.text(authority.toString()) + ": "
                + Visible.text(why) + ". Try again, or write the request to a file and carry it there.", cause);
    }

    /** What a time stamp says. @param holds whether it is about that message, and signed by the key of its certificate */
    public record Stamped(Instant time, X509Certificate authority, List<X509Certificate> certificates, boolean holds) {
    }

    /** Reads an answer about {@code message}; fails with {@code WRONG_USAGE} when it holds no time stamp. */
    public static Stamped read(Bytes answer, Bytes message) {
        if (answer.length() > MAX_BYTES) {
            throw none(null);
        }
        try {
            TimeStampToken token = new TimeStampResponse(answer.toArray()).getTimeStampToken();
            if (token == null) {
                throw none(null);
            }
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
            List<X509CertificateHolder> own = List.copyOf(token.getCertificates().getMatches(token.getSID()));
            if (own.size() != 1) {
                throw none(null);
            }
            X509Certificate signer = converter.getCertificate(own.getFirst());
            List<X509Certificate> all = new ArrayList<>(List.of(signer));
            for (X509CertificateHolder other : token.getCertificates().getMatches(null)) {
                if (!other.equals(own.getFirst())) {
                    all.add(converter.getCertificate(other));
                }
            }
            all.forEach(KeyNames::of);
            return new Stamped(token.getTimeStampInfo().getGenTime().toInstant(), signer, List.copyOf(all), holds(token, signer, message));
        } catch (TSPException | IOException | GeneralSecurityException | RuntimeException e) {
            // Bouncy Castle reports malformed structures by many kinds of exceptions; each means that it is none.
            throw none(e);
        }
    }

    private static boolean holds(TimeStampToken token, X509Certificate signer, Bytes message) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            return token.getTimeStampInfo().getMessageImprintAlgOID().equals(SHA_256)
                    && MessageDigest.isEqual(token.getTimeStampInfo().getMessageImprintDigest(), digest(message));
        } catch (TSPException | OperatorCreationException _) {
            return false;
        }
    }

    private static byte[] digest(Bytes message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message.toArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static AssayException none(Exception cause) {
        return new AssayException(ErrorCode.WRONG_USAGE, "That is no answer of a time-stamping authority with a time stamp in it.", cause);
    }
}
