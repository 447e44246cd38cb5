package org.assay.testkit;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a class of the tests in a Java process of its own, which can be killed or starved without harm to the others. */
public final class ChildJvm {

    /** A class of each room, and of every room and jar that it sees one in turn: OSGi lets a class be found only by who sees it. */
    private static final Map<String, List<String>> SEEN = Map.of(
            "org.assay.app.Case", List.of("org.assay.model.Location", "org.assay.store.CaseFile", "org.assay.capture.Capture",
                    "org.assay.startup.Catalogue", "org.assay.compare.ComparedContent",
                    "org.assay.custody.SigningKey"),
            "org.assay.custody.SigningKey", List.of("org.bouncycastle.cms.CMSSignedData", "org.bouncycastle.asn1.cms.ContentInfo",
                    "org.bouncycastle.jce.provider.BouncyCastleProvider"),
            "org.assay.store.CaseFile", List.of("org.assay.model.Location", "org.h2.Driver"),
            "org.assay.capture.Capture", List.of("org.assay.model.Location", "org.assay.registry.RegistrySink",
                    "org.assay.content.ContentFacts", "de.siegmar.fastcsv.reader.CsvReader"),
            "org.assay.content.ContentFacts", List.of("org.bouncycastle.crypto.digests.Blake3Digest"),
            "org.assay.startup.Catalogue", List.of("com.fasterxml.jackson.core.JsonFactory"));

    private ChildJvm() {
    }

    /**
     * Starts {@code main} with its output to be read and its errors shown with those of the tests.
     *
     * @param rooms a class of every bundle that it needs besides its own; what {@link #SEEN} names of these comes by itself
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
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-cp", classPath(rooms, main), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The class path of {@link #start}, for a program that is started in another way. */
    public static String classPath(List<Class<?>> rooms, Class<?> main) {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        Deque<Class<?>> found = new ArrayDeque<>(rooms);
        found.push(main);
        while (!found.isEmpty()) {
            Class<?> next = found.pop();
            if (all.putIfAbsent(next.getName(), next) == null) {
                SEEN.getOrDefault(next.getName(), List.of()).forEach(name -> found.push(seen(next, name)));
            }
        }
        return all.values().stream().map(ChildJvm::home).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static Class<?> seen(Class<?> by, String name) {
        try {
            return Class.forName(name, false, by.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(by + " does not see " + name, e);
        }
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
