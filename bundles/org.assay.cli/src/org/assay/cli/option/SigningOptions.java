package org.assay.cli.option;

import java.util.Optional;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.custody.KeyArguments;

/** The key of whoever signs. */
public final class SigningOptions {

    @Mixin
    private KeyPlaceOption keys;

    @Option(names = "--key", paramLabel = "NAME", description = "The key; by default the only one that is there.")
    private Optional<String> key;

    @Mixin
    private PasswordOption password;

    public KeyArguments key() {
        return new KeyArguments(keys.place(), key.orElse(""));
    }

    /** The password of the key file, or the PIN of the token. */
    public char[] password() {
        return password.read(keys.place().secret(), false);
    }
}
