package org.assay.capture;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs programs that can do what Java cannot: make any name, a FIFO, another locale, another user. */
public final class Shell {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** What a program wrote and how it ended. */
    public record Run(int exit, byte[] output, String complaint) {
    }

    private Shell() {
    }

    /** Runs a POSIX shell script in {@code folder} and gives its output. */
    public static byte[] sh(Path folder, String script) throws IOException {
        Run run = run(folder, List.of("sh", "-ec", script), Map.of());
        if (run.exit() != 0) {
            throw new AssertionError("sh ended with " + run.exit() + ": " + run.complaint());
        }
        return run.output();
    }

    public static Run run(Path folder, List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        ByteArrayOutputStream complaint = new ByteArrayOutputStream();
        Thread errors = Thread.ofPlatform().start(() -> {
            try {
                process.getErrorStream().transferTo(complaint);
            } catch (IOException e) {
                complaint.writeBytes(e.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
        try {
            byte[] output = process.getInputStream().readAllBytes();
            int exit = process.waitFor();
            errors.join();
            return new Run(exit, output, complaint.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    /** Runs {@link ListingProgram} over {@code tree} in a Java of its own, started by {@code prefix}. */
    public static Run listing(List<String> prefix, Path tree) throws IOException {
        return listing(prefix, ListingProgram.classPath(), tree);
    }

    /** As {@link #listing(List, Path)}, with another class path. */
    public static Run listing(List<String> prefix, String classPath, Path tree) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(JAVA, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", classPath,
                ListingProgram.class.getName(), tree.toString()));
        return run(Path.of("/"), command, Map.of());
    }

    /** The class path of {@link #listing} with its jars copied to {@code folder}: they lie in a folder that only its owner may read. */
    public static String readableClassPath(Path folder) throws IOException {
        List<String> places = new ArrayList<>();
        for (String place : ListingProgram.classPath().split(File.pathSeparator)) {
            Path jar = Path.of(place);
            places.add(Files.isDirectory(jar) ? place
                    : Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING).toString());
        }
        return String.join(File.pathSeparator, places);
    }

    /** Whether what {@code prefix} starts may read all that {@link #listing} needs: a checkout may lie in somebody's own folder. */
    public static boolean mayReadListing(List<String> prefix, String classPath) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("sh", "-c", "for place; do test -r \"$place\" || exit 1; done", "sh", JAVA));
        command.addAll(List.of(classPath.split(File.pathSeparator)));
        return run(Path.of("/"), command, Map.of()).exit() == 0;
    }
}
