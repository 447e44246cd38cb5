package org.assay.capture.source;

import java.io.IOException;
import java.util.Set;

import org.assay.capture.file.FileSystemReader;
import org.assay.capture.registry.HiveRoot;
import org.assay.capture.registry.RegistryFile;
import org.assay.capture.registry.RegistryPlace;
import org.assay.capture.registry.RegistrySource;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.text.Visible;
import org.assay.registry.RegistryException;
import org.assay.registry.format.RegistryFormat;

/**
 * A file with registry data that the user named. What it is its first bytes tell, whatever the user called it.
 *
 * @param root where it belongs by what it says itself; what stands for it where its keys say it
 */
record NamedRegistryFile(RegistryFile file, RegistryFormat format, Location root) {

    private static final String ADVICE = "Name a file with registry data.";

    /** @throws AssayException when it cannot be read or has no registry data */
    static NamedRegistryFile of(String path, FileSystemReader files) {
        NamedFile named = NamedFile.of(path, files, ADVICE);
        RegistryFile file = new RegistryFile(named.tree(), named.entry(), path);
        try {
            RegistryFormat format = RegistryFormat.of(file.name(), file.start());
            return new NamedRegistryFile(file, format,
                    format.isRooted() ? Location.key("EXPORT", file.entry().name()) : HiveRoot.of(file, named.folder(), format));
        } catch (RegistryException e) {
            throw new AssayException(ErrorCode.SOURCE, e.getMessage(), e);
        } catch (IOException e) {
            throw NamedFile.unreadable(path, ADVICE, e);
        }
    }

    /** Where it belongs by itself, as that of a user if it is a user's; {@code user} is empty when that is not known. */
    RegistrySource of(String user) {
        return new RegistrySource(file, format, root, user, Set.of());
    }

    /**
     * At the key that its root stands for.
     *
     * @throws AssayException when its keys say that themselves, or there is no such place
     */
    RegistrySource at(String place) {
        if (format.isRooted()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, Visible.text(file.name())
                    + " names the roots of its keys itself. Add it as a registry export, without a place.");
        }
        Location key = RegistryPlace.parse(place).orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "\"" + Visible.text(place)
                + "\" is not a place in the registry. Begin with a root, such as HKLM\\SYSTEM or HKCU."));
        return new RegistrySource(file, format, key, "", Set.of());
    }
}
