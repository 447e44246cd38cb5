package org.assay.custody;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority that stamps whatever it is asked to, at a time that the test chooses; also over HTTP on this machine. */
final class TestAuthority implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final KeyPair pair;
    private final X509Certificate certificate;
    private final ServerSocket socket;
    private final Instant time;

    TestAuthority(Instant time) throws GeneralSecurityException, IOException, OperatorCreationException {
        this.time = time;
        pair = KeyKind.P256.newPair();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name("CN=Test Authority"), BigInteger.ONE,
                Date.from(time.minus(Duration.ofDays(1))), Date.from(time.plus(Duration.ofDays(365))), new X500Name("CN=Test Authority"),
                pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** What it answers to a request. */
    byte[] answer(byte[] request) throws GeneralSecurityException, OperatorCreationException, TSPException, IOException {
        TimeStampTokenGenerator token = new TimeStampTokenGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA256withECDSA", pair.getPrivate(), certificate), new JcaDigestCalculatorProviderBuilder().build()
                        .get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("1.2.3.4"));
        token.addCertificates(new JcaCertStore(List.of(certificate)));
        return new TimeStampResponseGenerator(token, TSPAlgorithms.ALLOWED).generate(new TimeStampRequest(request), BigInteger.TWO,
                Date.from(time)).getEncoded();
    }

    /** Where it answers one request, by what {@code respond} makes of it. */
    URI serve(Respond respond) {
        Thread.ofPlatform().daemon().start(() -> {
            try (Socket client = socket.accept()) {
                byte[] body = body(client.getInputStream());
                byte[] answer = respond.to(body);
                OutputStream out = client.getOutputStream();
                out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: " + answer.length
                        + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(answer);
                out.flush();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return URI.create("http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort() + "/tsa");
    }

    /** Makes an answer of a request. */
    interface Respond {
        byte[] to(byte[] request) throws Exception;
    }

    private static byte[] body(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
        return length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
