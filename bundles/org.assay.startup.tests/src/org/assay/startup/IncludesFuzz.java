package org.assay.startup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.text.Space;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.format.Includes;
import org.assay.startup.text.IncludedPath;

/** Fuzz target: whatever a file names as included, these are few names, and each lies in the file's tree or on a drive. */
public final class IncludesFuzz {

    private static final int MAX_NAME_COUNT = 64;
    private static final int MAX_COMPONENT_COUNT = 64;
    private static final List<AutostartLocation> LOCATIONS = Catalogue.standard().locations().stream().filter(Includes::mayBe).toList();
    private static final List<Location> FILES = List.of(Location.file("", "etc", "ssh", "sshd_config"),
            Location.file("img", "home", "ann", ".config", "git", "config"), Location.file("C:", "Users", "ann", ".gitconfig"));

    private IncludesFuzz() {
    }

    /** Takes one input: a line with the id of a location, and the file that lies there. */
    public static void fuzzerTestOneInput(byte[] input) {
        String id = new String(input, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
        byte[] content = Arrays.copyOfRange(input, Math.min(input.length, id.length() + 1), input.length);
        AutostartLocation location = location(id);
        List<String> names = Includes.named(location, content);
        if (names.size() > MAX_NAME_COUNT || !Includes.named(location, content).equals(names)) {
            throw new AssertionError(names.size() + " names, or others when read again: " + names);
        }
        names.forEach(name -> FILES.forEach(file -> IncludedPath.of(file, name).ifPresent(place -> check(file, name, place))));
    }

    /** The one that is called so, else any. */
    private static AutostartLocation location(String id) {
        return LOCATIONS.stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseGet(() -> LOCATIONS.get(Math.floorMod(id.hashCode(), LOCATIONS.size())));
    }

    private static void check(Location file, String name, Location place) {
        List<String> all = place.components();
        boolean sameTree = all.getFirst().equals(file.components().getFirst());
        boolean drive = file.components().getFirst().endsWith(":") && all.getFirst().matches("[A-Z]:");
        boolean leads = all.subList(1, all.size()).stream()
                .anyMatch(one -> one.isEmpty() || one.equals(".") || one.equals("..") || one.indexOf('/') >= 0 || one.indexOf('\0') >= 0);
        if (place.space() != Space.FILE || !sameTree && !drive || leads || all.size() < 2 || all.size() > MAX_COMPONENT_COUNT) {
            throw new AssertionError("in " + file + " " + name + " means " + place);
        }
    }
}
