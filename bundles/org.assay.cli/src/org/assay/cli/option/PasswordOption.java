package org.assay.cli.option;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

import picocli.CommandLine.Option;

/**
 * Where a password comes from: the terminal, a file, or a descriptor of the process. Never the command line itself or the environment,
 * which every other process of the user can list.
 */
public final class PasswordOption {

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the password; - is the standard"
            + " input. By default it is asked for on the terminal.")
    private Optional<Path> file;

    @Option(names = "--password-fd", paramLabel = "N", description = "The descriptor of this process whose first line is the password.")
    private Optional<Integer> descriptor;

    /** Whether it comes from elsewhere than the terminal. */
    public boolean isGiven() {
        return descriptor.isPresent() || file.isPresent();
    }

    /** The password; whoever takes it overwrites it. @param twice whether it is a new one, so that a slip is noticed */
    public char[] read(String prompt, boolean twice) {
        if (descriptor.isPresent()) {
            return firstLine(Path.of("/dev/fd/" + descriptor.get()));
        }
        if (file.isPresent()) {
            return firstLine(file.get().toString().equals("-") ? Path.of("/dev/stdin") : file.get());
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "A password is needed and there is no terminal to ask for it: give"
                    + " --password-file or --password-fd.");
        }
        char[] password = asked(console, prompt);
        if (twice) {
            char[] again = asked(console, prompt + ", again");
            boolean same = Arrays.equals(password, again);
            Arrays.fill(again, '\0');
            if (!same) {
                Arrays.fill(password, '\0');
                throw new AssayException(ErrorCode.WRONG_USAGE, "The two passwords differ. Do it again.");
            }
        }
        return password;
    }

    private static char[] asked(Console console, String prompt) {
        char[] password = console.readPassword("%s: ", prompt);
        if (password == null) {
            throw new AssayException(ErrorCode.CANCELLED, "No password was given.");
        }
        return password;
    }

    /** What a password is made of never becomes a text, which nobody could overwrite. */
    private static char[] firstLine(Path from) {
        try {
            byte[] bytes = Files.readAllBytes(from);
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, end));
            char[] password = new char[characters.length()];
            characters.get(password);
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(characters.array(), '\0');
            return password;
        } catch (IOException e) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "The password cannot be read from " + Visible.text(from.toString()) + ": "
                    + Visible.text(String.valueOf(e.getMessage())) + ".", e);
        }
    }
}
