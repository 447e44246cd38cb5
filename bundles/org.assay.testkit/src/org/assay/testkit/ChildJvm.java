package org.assay.testkit;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a class of the tests in a Java process of its own, which can be killed or starved without harm to the others. */
public final class ChildJvm {

    private ChildJvm() {
    }

    /**
     * Starts {@code main} with its output to be read and its errors shown with those of the tests.
     *
     * @param rooms a class of every bundle that it needs besides its own
     */
    public static Process start(List<Class<?>> rooms, Class<?> main, String... arguments) throws IOException {
        return new ProcessBuilder(command(rooms, main, arguments)).redirectError(Redirect.INHERIT).start();
    }

    /** As {@link #start}, in a shell that has done {@code before}. */
    public static Process startAfter(String before, List<Class<?>> rooms, Class<?> main, String... arguments) throws IOException {
        return startWithin(List.of("/bin/sh", "-c", before + " && exec \"$0\" \"$@\""), rooms, main, arguments);
    }

    /** As {@link #start}, by a program that gets Java's command line behind its own. */
    public static Process startWithin(List<String> program, List<Class<?>> rooms, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(command(rooms, main, arguments));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    private static List<String> command(List<Class<?>> rooms, Class<?> main, String... arguments) {
        Set<String> classPath = Stream.concat(Stream.of(main), rooms.stream()).map(ChildJvm::home).collect(Collectors.toSet());
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-cp", String.join(File.pathSeparator, classPath), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The jar or folder that {@code type} was loaded from; OSGi names the bundle's folder where its classes lie in one below it. */
    private static String home(Class<?> type) {
        try {
            Path home = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            String file = type.getName().replace('.', '/') + ".class";
            return Stream.of(home, home.resolve("target/classes"), home.resolve("bin"))
                    .filter(each -> Files.isRegularFile(each) || Files.exists(each.resolve(file)))
                    .findFirst().orElseThrow(() -> new IllegalStateException("no classes in " + home)).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
