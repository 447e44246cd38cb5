package org.assay.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.text.Visible;

/**
 * A file with the keys of an examiner: PKCS#12 (RFC 7292) under a password, as every other program with keys reads it.
 */
public final class KeyFile {

    private static final String FORMAT = "PKCS12";

    private final Path file;
    private final KeyStore store;

    private KeyFile(Path file, KeyStore store) {
        this.file = file;
        this.store = store;
    }

    /** Opens the file; fails when it is not there, no such file, or has another password. */
    public static KeyFile open(Path file, Password password) {
        if (!Files.exists(file)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "There is no key file " + Visible.text(file.toString())
                    + ". Make a key first; that makes the file, too.");
        }
        return openOrNew(file, password);
    }

    /** Opens the file where there is one, or begins a new one, which is there once it is saved. */
    public static KeyFile openOrNew(Path file, Password password) {
        try {
            KeyStore store = KeyStore.getInstance(FORMAT);
            if (!Files.exists(file)) {
                store.load(null, password.characters());
                return new KeyFile(file, store);
            }
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, password.characters());
            }
            return new KeyFile(file, store);
        } catch (IOException e) {
            throw new AssayException(e.getCause() instanceof UnrecoverableKeyException ? ErrorCode.WRONG_USAGE : ErrorCode.SOURCE,
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "The password is not that of the key file " + Visible.text(file.toString()) + "."
                            : "The key file " + Visible.text(file.toString()) + " cannot be read, or is no PKCS#12 file: "
                                    + Visible.text(String.valueOf(e.getMessage())) + ".", e);
        } catch (GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    /** The keys in it. */
    public KeyRing keys() {
        return new KeyRing("key file " + Visible.text(file.toString()), store, Optional.empty());
    }

    /** Puts a key in; fails where its name is taken. */
    public void add(SigningKey key, Password password) {
        try {
            if (store.containsAlias(key.name())) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "The key file has a key '" + Visible.text(key.name())
                        + "' already. Give this one another name.");
            }
            put(key, password);
        } catch (GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    /** Puts a key in, in place of one with its name. */
    public void put(SigningKey key, Password password) {
        try {
            store.setKeyEntry(key.name(), key.key(), password.characters(), key.chain().toArray(X509Certificate[]::new));
        } catch (GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    /** Writes the file, which only its owner can read, as a new one that takes the old one's place. */
    public void save(Password password) {
        Path made = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(made);
            try (FileChannel channel = FileChannel.open(made, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    OwnerOnly.file()); OutputStream out = Channels.newOutputStream(channel)) {
                store.store(out, password.characters());
                channel.force(true);
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssayException(ErrorCode.OUTPUT, "The key file " + Visible.text(file.toString())
                    + " could not be written. Check the folder and your rights; the old one is as it was.", e);
        }
    }

    private static AssayException unreadable(Path file, GeneralSecurityException e) {
        return new AssayException(ErrorCode.SOURCE, "The keys in " + Visible.text(file.toString()) + " cannot be read: "
                + Visible.text(String.valueOf(e.getMessage())) + ".", e);
    }
}
