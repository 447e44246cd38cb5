package org.assay.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Manifests import what the sources of their bundles import, so that who compiles on a plain class path learns of what is missing. What
 * bundles name by {@code Require-Bundle} is seen without, so of theirs only packages of the house are looked at.
 */
class ManifestTest {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z0-9_.]+)\\.[A-Z]");

    private static House house;

    @BeforeAll
    static void readTheHouse() {
        house = House.built();
    }

    @Test
    void whatSourcesImportManifestsImport() {
        assertEquals(List.of(), house.bundles().stream().flatMap(bundle -> missing(bundle).stream()
                .map(used -> bundle + " does not import " + used)).toList());
    }

    private static Set<String> missing(String bundle) {
        Set<String> missing = used(bundle);
        missing.removeIf(used -> used.startsWith("java.") || isOwn(bundle, used));
        missing.removeAll(header(bundle, "Import-Package"));
        String host = host(bundle);
        missing.removeAll(header(host, "Import-Package"));
        if (!header(bundle, "Require-Bundle").isEmpty() || !header(host, "Require-Bundle").isEmpty()) {
            missing.removeIf(used -> !used.startsWith("org.assay."));
        }
        Set<String> required = header(bundle, "Require-Bundle");
        missing.removeIf(used -> required.stream().anyMatch(one -> used.equals(one) || used.startsWith(one + ".")));
        return missing;
    }

    private static boolean isOwn(String bundle, String used) {
        String root = host(bundle);
        return used.equals(root) || used.startsWith(root + ".");
    }

    /** The bundle that a fragment of tests is part of; any other bundle itself. */
    private static String host(String bundle) {
        return header(bundle, "Fragment-Host").stream().findFirst().orElse(bundle);
    }

    private static Set<String> used(String bundle) {
        return house.sources().entrySet().stream().filter(source -> source.getKey().startsWith("bundles/" + bundle + "/src"))
                .flatMap(source -> IMPORT.matcher(source.getValue()).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names in a header, without their attributes. */
    private static Set<String> header(String bundle, String name) {
        Attributes manifest = house.manifest(bundle);
        String value = manifest.getValue(name);
        return value == null ? new TreeSet<>() : Stream.of(value.replaceAll("\"[^\"]*\"", "").split(","))
                .map(one -> one.split(";")[0].strip()).collect(Collectors.toCollection(TreeSet::new));
    }
}
