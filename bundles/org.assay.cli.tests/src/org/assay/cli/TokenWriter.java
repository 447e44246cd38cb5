package org.assay.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;

/** Puts the only key of a key file on a token, as the owner of a token does once: with the platform's means, not Assay's. */
final class TokenWriter {

    private TokenWriter() {
    }

    /** Arguments: the token's library, its PIN, the key file, its password, the key's name. */
    public static void main(String[] arguments) throws Exception {
        KeyStore file = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(arguments[2]))) {
            file.load(in, arguments[3].toCharArray());
        }
        KeyStore token = KeyStore.getInstance("PKCS11",
                Security.getProvider("SunPKCS11").configure("--name = writer\nlibrary = " + arguments[0] + "\nslotListIndex = 0\n"));
        token.load(null, arguments[1].toCharArray());
        token.setKeyEntry(arguments[4], file.getKey(arguments[4], arguments[3].toCharArray()), null,
                file.getCertificateChain(arguments[4]));
    }
}
