package org.assay.startup.command;

import java.util.stream.Stream;

import org.assay.startup.catalogue.OperatingSystem;

/** The homes of users of Unix, by their usual places: what {@code /etc/passwd} says of them is not asked. */
final class Homes {

    private Homes() {
    }

    /** The homes that {@code user} may have; every user's where it is empty, an asterisk in the place of the name. */
    static Stream<String> of(OperatingSystem system, String user) {
        boolean mac = system == OperatingSystem.MACOS;
        if (user.equals("root")) {
            return mac ? Stream.of("/private/var/root") : Stream.of("/root");
        }
        String name = user.isEmpty() ? "*" : user;
        Stream<String> homes = mac ? Stream.of("/Users/" + name) : Stream.of("/home/" + name, "/var/home/" + name);
        return user.isEmpty() ? Stream.concat(Stream.of(mac ? "/private/var/root" : "/root"), homes) : homes;
    }
}
