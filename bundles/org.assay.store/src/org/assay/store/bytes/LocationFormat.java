package org.assay.store.bytes;

import java.util.List;

import org.assay.model.Location;
import org.assay.model.text.Bytes;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Sha256;
import org.assay.model.text.Space;

/** A location as bytes: a letter for its space, the number of its components, each as a text. */
public final class LocationFormat {

    private LocationFormat() {
    }

    public static byte[] encode(Location location) {
        return encode(location.space(), location.components());
    }

    public static Location decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        Space space = switch (in.octet()) {
            case 'F' -> Space.FILE;
            case 'K' -> Space.KEY;
            case 'V' -> Space.VALUE;
            case 'S' -> Space.STREAM;
            default -> throw new MalformedBytes("a location is in no known space");
        };
        String[] components = new String[in.count()];
        for (int at = 0; at < components.length; at++) {
            components[at] = in.text();
        }
        if (components.length == 0 || in.remaining() > 0) {
            throw new MalformedBytes("a location has no component or does not end where it should");
        }
        return new Location(space, List.of(components));
    }

    /** The same 32 bytes exactly for locations that name the same place: SHA-256 over the location, registry names without case. */
    public static Bytes key(Location location) {
        return Sha256.of(encode(location.space(), location.space().isFile() ? location.components()
                : location.components().stream().map(RegistryName::fold).toList()));
    }

    private static byte[] encode(Space space, List<String> components) {
        ByteWriter out = new ByteWriter(128);
        writeBeginning(space, components, out);
        components.forEach(out::text);
        return out.toArray();
    }

    /** Appends what comes before the components: the space and how many they are. */
    public static void writeBeginning(Location location, ByteWriter out) {
        writeBeginning(location.space(), location.components(), out);
    }

    private static void writeBeginning(Space space, List<String> components, ByteWriter out) {
        out.octet(switch (space) {
            case FILE -> 'F';
            case KEY -> 'K';
            case VALUE -> 'V';
            case STREAM -> 'S';
        });
        out.number(components.size());
    }
}
