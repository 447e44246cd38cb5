package org.assay.cli.option;

import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.custody.KeyPlace;

/** Where the examiner's keys are: in a file, or on a token. */
public final class KeyPlaceOption {

    @Mixin
    private KeyFileOption keys;

    @Option(names = "--token", paramLabel = "LIBRARY", description = "The PKCS#11 library of a token that holds the key and its"
            + " certificate, in place of --keys; the password is its PIN.")
    private Optional<Path> library;

    @Option(names = "--slot", paramLabel = "N", defaultValue = "0", description = "Which of the slots that the library lists, counted"
            + " from 0. The default is 0.")
    private int slot;

    public KeyPlace place() {
        return library.<KeyPlace>map(file -> new KeyPlace.OnToken(file, slot)).orElseGet(() -> new KeyPlace.InFile(keys.file()));
    }
}
