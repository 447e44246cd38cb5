package org.assay.startup.systemd;

import java.util.Optional;
import java.util.Set;


/**
 * The name of a unit of systemd (systemd.unit(5)): {@code prefix@instance.type}, the instance and its sign left out in most.
 *
 * @param prefix what stands before the instance, or before the type
 * @param instance empty in a template's name; absent in a name without the sign
 * @param type {@code service}, {@code timer} and so on
 */
public record UnitName(String prefix, Optional<String> instance, String type) {

    private static final Set<String> TYPES = Set.of("service", "socket", "target", "timer", "path", "mount", "automount", "swap", "slice",
            "scope", "device");

    /** Reads {@code name}; empty when it ends as no unit does. */
    static Optional<UnitName> of(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || !TYPES.contains(name.substring(dot + 1))) {
            return Optional.empty();
        }
        int at = name.indexOf('@');
        return Optional.of(at < 0 || at > dot ? new UnitName(name.substring(0, dot), Optional.empty(), name.substring(dot + 1))
                : new UnitName(name.substring(0, at), Optional.of(name.substring(at + 1, dot)), name.substring(dot + 1)));
    }

    /** The name without its type. */
    String stem() {
        return prefix + instance.map(text -> "@" + text).orElse("");
    }

    String text() {
        return stem() + "." + type;
    }

    /** The template that an instance is made from; a name that is none's instance is its own. */
    UnitName template() {
        return new UnitName(prefix, instance.map(_ -> ""), type);
    }

    /** The unit of another type with the same stem. */
    UnitName as(String otherType) {
        return new UnitName(prefix, instance, otherType);
    }
}
