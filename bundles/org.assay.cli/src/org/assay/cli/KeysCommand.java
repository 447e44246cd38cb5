package org.assay.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import org.assay.app.custody.HeldKeys;
import org.assay.app.custody.KeyFacts;
import org.assay.app.custody.Keys;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.CommandGroup;
import org.assay.cli.option.FormatOption;
import org.assay.cli.option.KeyFileOption;
import org.assay.cli.option.KeyPlaceOption;
import org.assay.cli.option.PasswordOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;

/** {@code assay keys}: the keys with which an examiner seals. */
@Command(name = "keys", description = "Make, list, import or export the keys with which an examiner seals snapshots.",
        footer = {"", "Example:", "  assay keys new ann --keys ann.p12 --holder 'Ann Example' --organisation 'Example Labs'",
                "  assay keys list --keys ann.p12", "  assay keys export ann --keys ann.p12 --out ann.pem"})
final class KeysCommand extends CommandGroup {

    private static final String NEW_PASSWORD = "Password of the key file";

    /** The kinds of keys that can be made. */
    enum Kind {
        ED25519, P256
    }

    @ParentCommand
    private AssayCommand assay;

    KeysCommand() {
        super("new, list, import or export");
    }

    @Command(name = "new", description = "Make a key with a certificate that it signs itself. Where the key file is not there, it is made.",
            footer = {"", "Example:", "  assay keys new ann --keys ann.p12 --holder 'Ann Example'"})
    int create(@Parameters(paramLabel = "NAME", description = "What the key is to be called.") String name, @Mixin KeyFileOption keys,
            @Mixin PasswordOption password,
            @Option(names = "--holder", required = true, paramLabel = "NAME", description = "The examiner's name.") String holder,
            @Option(names = "--organisation", paramLabel = "NAME", defaultValue = "", description = "Where the examiner works.")
            String organisation,
            @Option(names = "--kind", paramLabel = "KIND", defaultValue = "P256", description = "p256, or ed25519, whose"
                    + " seals 'openssl cms -verify' of OpenSSL 3.0 refuses. The default is p256.") Kind kind,
            @Option(names = "--days", paramLabel = "N", defaultValue = "1826", description = "How long its certificate holds. By default"
                    + " five years.") int days) {
        if (days < 1 || days > 36_500) {
            throw wrongUsage("--days takes a number from 1 to 36500");
        }
        say("made", new Keys(keys.file()).create(name, kind == Kind.P256, holder, organisation, days, password.read(NEW_PASSWORD, true)));
        return ExitCode.OK;
    }

    @Command(name = "list", description = "List the keys in a key file or on a token.",
            footer = {"", "Example:", "  assay keys list --keys ann.p12"})
    int list(@Mixin KeyPlaceOption keys, @Mixin PasswordOption password, @Mixin FormatOption format) {
        List<KeyFacts> all = new HeldKeys(keys.place()).list(password.read(keys.place().secret(), false));
        new Listing<>("keys", Map.of("file", keys.place().path().toString()), List.of(
                ListColumn.<KeyFacts>fixed("name", "Name", KeyFacts::name),
                ListColumn.<KeyFacts>elastic("holder", "Holder", KeyFacts::holder),
                ListColumn.<KeyFacts>fixed("kind", "Kind", KeyFacts::kind),
                ListColumn.<KeyFacts>elastic("issuer", "Issuer", KeyFacts::issuer),
                ListColumn.<KeyFacts>exact("from", key -> key.from().toString()),
                ListColumn.<KeyFacts>fixed("until", "Until", key -> key.until().toString()),
                ListColumn.<KeyFacts>fixed("sha256", "SHA-256 of the certificate", KeyFacts::fingerprint)), all)
                .print(format.format(), assay.terminal());
        return ExitCode.OK;
    }

    @Command(name = "import", description = "Take a key over from another file: PKCS#12 with one key, or PEM with the key and its"
            + " certificates. Under the name of a key that is here, take what an authority signed for it (PEM, DER or PKCS#7): seals made"
            + " from then on have that certificate.",
            footer = {"", "Example:", "  assay keys import ann --keys ann.p12 --from ann-ca.p12",
                    "  assay keys import ann --keys ann.p12 --from ann-signed.pem"})
    int take(@Parameters(paramLabel = "NAME", description = "What the key is to be called.") String name, @Mixin KeyFileOption keys,
            @Mixin PasswordOption password,
            @Option(names = "--from", required = true, paramLabel = "FILE", description = "The file with the key, whose password must be"
                    + " that of the key file, or none; or with the certificates.") Path from) {
        char[] secret = password.read(NEW_PASSWORD, true);
        say("imported", new Keys(keys.file()).add(name, from, secret.clone(), secret));
        return ExitCode.OK;
    }

    @Command(name = "export", description = "Write the certificate of a key, for those who are to trust it, or a request that an authority"
            + " sign one. The key itself is not written.",
            footer = {"", "Example:", "  assay keys export ann --keys ann.p12 --out ann.pem"})
    int export(@Parameters(paramLabel = "NAME", arity = "0..1", description = "The key; by default the only one.") Optional<String> name,
            @Mixin KeyPlaceOption keys, @Mixin PasswordOption password,
            @Option(names = {"-o", "--out"}, required = true, paramLabel = "FILE", description = "The file to write; it must not be there.")
            Path out,
            @Option(names = "--request", description = "Write a request for a certificate (PKCS#10) instead.") boolean request) {
        assay.terminal().say("written: " + new HeldKeys(keys.place()).export(name, request, out, password
                .read(keys.place().secret(), false)));
        return ExitCode.OK;
    }

    private void say(String done, KeyFacts key) {
        assay.terminal().say(done + " the key '" + key.name() + "' of " + key.holder() + " (" + key.kind() + "), which holds until "
                + key.until());
        assay.terminal().say("SHA-256 of its certificate: " + key.fingerprint());
    }
}
