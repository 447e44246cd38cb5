package org.assay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assay.testkit.Programs.Outcome;

/**
 * A Windows of Wine's, made anew. Wine's own {@code certutil} and {@code fc} do not do what those of Windows do, so scripts are given a
 * folder in place of {@code SystemRoot} that has stand-ins for them and Wine's {@code reg}.
 */
public final class WinePrefix implements AutoCloseable {

    private static final String NOT_STARTED = "Application could not be started";

    private final Path prefix;

    private WinePrefix(Path prefix) {
        this.prefix = prefix;
    }

    /** Makes one, which takes a while; skips the test where there is no Wine. */
    public static WinePrefix make() {
        Programs.assumeThereIs("wine");
        Programs.assumeThereIs("wineserver");
        try {
            WinePrefix made = new WinePrefix(Files.createTempDirectory("wine"));
            Programs.run(made.prefix, made.environment(), "wineboot", "-i");
            Programs.run(made.prefix, made.environment(), "wineserver", "-p");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it lies: {@code drive_c}, {@code system.reg} and {@code user.reg}. */
    public Path folder() {
        return prefix;
    }

    /** What Wine calls a path of this machine. */
    public static String windows(Path path) {
        return "Z:" + path.toString().replace('/', '\\');
    }

    /**
     * Runs a program of Windows in {@code folder}. Now and then Wine cannot start it, on a machine that does much else; nothing has run
     * then, so it is asked again.
     */
    public Outcome run(Path folder, String... command) {
        List<String> all = new ArrayList<>(List.of("wine"));
        all.addAll(List.of(command));
        Outcome outcome = Programs.run(folder, environment(), all.toArray(String[]::new));
        for (int again = 0; again < 3 && outcome.output().contains(NOT_STARTED); again++) {
            outcome = Programs.run(folder, environment(), all.toArray(String[]::new));
        }
        return outcome;
    }

    /**
     * Runs a batch file with the stand-ins.
     *
     * @param systemDrive what {@code SystemDrive} names
     */
    public Outcome runScript(Path folder, String systemDrive, String script, String... arguments) {
        return run(folder, "cmd", "/c", "set SystemRoot=" + windows(standIns()) + "&set SystemDrive=" + systemDrive + "&" + script + " "
                + String.join(" ", arguments));
    }

    /** Starts a program of Windows in {@code folder}, and does not wait. */
    public Process start(Path folder, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of("wine"));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment());
        return builder.start();
    }

    /** A stand-in, by its name without an extension. */
    public Path program(String name) {
        return standIns().resolve("System32").resolve(name + ".exe");
    }

    /** Writes the registry to its files, which Wine else does from time to time. */
    public void flush() {
        Programs.run(prefix, environment(), "wineserver", "-k");
        Programs.run(prefix, environment(), "wineserver", "-w");
        Programs.run(prefix, environment(), "wineserver", "-p");
    }

    /** Ends it and removes it. */
    @Override
    public void close() {
        Programs.run(prefix, environment(), "wineserver", "-k");
        Programs.run(prefix, environment(), "wineserver", "-w");
        Programs.run(prefix.getParent(), "rm", "-rf", prefix.toString());
    }

    private Path standIns() {
        Programs.assumeThereIs("x86_64-w64-mingw32-gcc");
        Path root = prefix.resolve("stand-ins");
        try {
            Path system = Files.createDirectories(root.resolve("System32"));
            if (!Files.exists(system.resolve("reg.exe"))) {
                for (String program : List.of("certutil", "fc", "sc", "schtasks", "service")) {
                    build(program, system);
                }
                build("wmic", Files.createDirectories(system.resolve("wbem")));
                for (String program : List.of("attrib.exe", "find.exe", "ping.exe", "taskkill.exe", "reg.exe")) {
                    Files.copy(prefix.resolve("drive_c/windows/system32").resolve(program), system.resolve(program));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }

    private void build(String program, Path system) throws IOException {
        Path source = prefix.resolve(program + ".c");
        try (InputStream in = WinePrefix.class.getResourceAsStream(program + "-standin.c")) {
            Files.copy(in, source);
        }
        Outcome built = Programs.run(prefix, "x86_64-w64-mingw32-gcc", "-municode", "-o", system + "/" + program + ".exe",
                source.toString());
        assertEquals(0, built.exitCode(), built.output());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of("WINEPREFIX", prefix.toString(), "WINEARCH", "win64", "WINEDEBUG", "-all",
                "WINEDLLOVERRIDES", "mscoree=d;mshtml=d", "TMPDIR", prefix.toString()));
        environment.put("DISPLAY", "");
        return environment;
    }
}
