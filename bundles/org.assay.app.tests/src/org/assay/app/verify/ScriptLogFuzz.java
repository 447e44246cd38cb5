package org.assay.app.verify;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Fuzz target: whatever a log of a script holds, each of its lines counts once, and only changes that it names are done. */
public final class ScriptLogFuzz {

    private ScriptLogFuzz() {
    }

    /** Takes one input, a log. */
    public static void fuzzerTestOneInput(byte[] log) {
        ScriptLog read = read(log);
        if (!read(log).equals(read)) {
            throw new AssertionError("the same log is read in two ways");
        }
        long ends = read.runs().stream().filter(ScriptLog.Run::ended).count();
        long counted = read.runs().size() + ends + read.runs().stream().mapToLong(run -> run.entries().size()).sum() + read.otherLines();
        long lines = new String(log, StandardCharsets.ISO_8859_1).lines().count();
        if (counted != lines) {
            throw new AssertionError("of " + lines + " lines " + counted + " are counted");
        }
        if (!read.runs().stream().flatMap(run -> run.entries().stream()).map(ScriptLog.Entry::change).collect(Collectors.toSet())
                .containsAll(read.done())) {
            throw new AssertionError("done is what no step names: " + read.done());
        }
    }

    static ScriptLog read(byte[] log) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.ISO_8859_1))) {
            return ScriptLog.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
