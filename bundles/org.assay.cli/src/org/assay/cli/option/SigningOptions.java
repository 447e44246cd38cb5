package org.assay.cli.option;

import java.util.Optional;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.custody.KeyArguments;

/** The key of whoever signs. */
public final class SigningOptions {

    @Mixin
    private KeyFileOption keys;

    @Option(names = "--key", paramLabel = "NAME", description = "The key; by default the only one in the key file.")
    private Optional<String> key;

    @Mixin
    private PasswordOption password;

    public KeyArguments key() {
        return new KeyArguments(keys.file(), key.orElse(""));
    }

    /** The password of the key file. */
    public char[] password() {
        return password.read("Password of the key file", false);
    }
}
