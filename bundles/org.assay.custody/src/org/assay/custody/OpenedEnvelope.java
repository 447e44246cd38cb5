package org.assay.custody;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.PasswordRecipient;
import org.bouncycastle.cms.PasswordRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JcePasswordAuthEnvelopedRecipient;

/**
 * What an {@link Envelope} made, being decrypted. What is read is proven to be what was encrypted only when {@link #requireEnd} returned;
 * nothing must be made of it before. What names the recipients is under no tag, and decides nothing but whether it opens. Fails with
 * {@code SOURCE} and a sentence on whatever is no such message, or not whole.
 */
public final class OpenedEnvelope {

    /** Far above what Assay asks for: whoever made the file shall not decide how long this works. */
    private static final int MAX_ROUNDS = 10_000_000;

    private static final int MIN_TAG_BYTES = 16;

    private static final String ALTERED = "The pack cannot be decrypted: it is cut off, was altered, or is no encrypted pack. Fetch it"
            + " again, and compare its digest with that of who packed it.";

    private final FileInputStream in;
    private final CMSAuthEnvelopedDataParser parser;
    private final InputStream content;

    private OpenedEnvelope(FileInputStream in, CMSAuthEnvelopedDataParser parser, InputStream content) {
        this.in = in;
        this.parser = parser;
        this.content = content;
    }

    /** Decrypts with the key of one whom it was encrypted for. */
    public static OpenedEnvelope with(FileInputStream in, SigningKey key) {
        return opened(in, all -> all.stream().filter(one -> isFor(one, key)).findFirst().map(one -> new Opening(one, recipient(key))),
                "The pack is not encrypted for " + KeyNames.of(key.certificate()) + ". Name the key of a recipient, or no key"
                        + " and give its password.",
                "The key of " + KeyNames.of(key.certificate()) + " does not open the pack, or it was altered.");
    }

    /** Decrypts with its password. */
    public static OpenedEnvelope with(FileInputStream in, Password password) {
        return opened(in, all -> all.stream().filter(PasswordRecipientInformation.class::isInstance).findFirst()
                .map(one -> new Opening(bounded((PasswordRecipientInformation) one), recipient(password))),
                "The pack has no password: it is encrypted for keys. Name yours.",
                "The password is wrong, or the pack was altered.");
    }

    private record Opening(RecipientInformation information, Recipient recipient) {
    }

    private static OpenedEnvelope opened(FileInputStream in, Function<Collection<RecipientInformation>, Optional<Opening>> choice,
            String none, String wrong) {
        CMSAuthEnvelopedDataParser parser = guarded(ALTERED, () -> new CMSAuthEnvelopedDataParser(in));
        Opening opening = guarded(ALTERED, () -> choice.apply(parser.getRecipientInfos().getRecipients()))
                .orElseThrow(() -> new AssayException(ErrorCode.SOURCE, none));
        return new OpenedEnvelope(in, parser, guarded(wrong,
                () -> opening.information().getContentStream(opening.recipient()).getContentStream()));
    }

    private static boolean isFor(RecipientInformation information, SigningKey key) {
        try {
            return information.getRID().match(new JcaX509CertificateHolder(key.certificate()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static Recipient recipient(SigningKey key) {
        return key.key().getAlgorithm().equals("RSA")
                ? new JceKeyTransAuthEnvelopedRecipient(key.key()).setProvider(Envelope.PROVIDER)
                : new JceKeyAgreeAuthEnvelopedRecipient(key.key()).setProvider(Envelope.PROVIDER);
    }

    private static Recipient recipient(Password password) {
        return new JcePasswordAuthEnvelopedRecipient(password.characters()).setProvider(Envelope.PROVIDER)
                .setPasswordConversionScheme(PasswordRecipient.PKCS5_SCHEME2_UTF8);
    }

    private static RecipientInformation bounded(PasswordRecipientInformation information) {
        if (!information.getKeyDerivationAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
                || PBKDF2Params.getInstance(information.getKeyDerivationAlgorithm().getParameters()).getIterationCount()
                        .compareTo(BigInteger.valueOf(MAX_ROUNDS)) > 0) {
            throw new AssayException(ErrorCode.SOURCE, "The password of the pack is turned into a key in a way that Assay does not"
                    + " follow. Open it with 'openssl cms -decrypt'.");
        }
        return information;
    }

    /** The content, to be read to its end; fails with an {@link AssayException} where it is not what was encrypted. */
    public InputStream content() {
        return new InputStream() {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return guarded(ALTERED, () -> content.read(target, offset, length));
            }
        };
    }

    /** Reads what is left; fails unless everything is what was encrypted, and nothing follows. */
    public void requireEnd() {
        guarded(ALTERED, () -> {
            content.transferTo(OutputStream.nullOutputStream());
            if (parser.getMac().length < MIN_TAG_BYTES) {
                throw new IOException("the tag is too short");
            }
            parser.getUnauthAttrs();
            if (in.read() >= 0) {
                throw new IOException("something follows");
            }
            return true;
        });
    }

    /** Work on a stranger's file. */
    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException, CMSException;
    }

    /** Bouncy Castle reports what is malformed with exceptions of many classes, unchecked ones among them. */
    private static <T> T guarded(String sentence, Reading<T> reading) {
        try {
            return reading.run();
        } catch (AssayException e) {
            throw e;
        } catch (IOException | CMSException | RuntimeException e) {
            throw new AssayException(ErrorCode.SOURCE, sentence, e);
        }
    }
}
