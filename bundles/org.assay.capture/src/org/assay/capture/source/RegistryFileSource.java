package org.assay.capture.source;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.assay.capture.file.FileSystemReader;
import org.assay.capture.registry.HiveRoot;
import org.assay.capture.registry.RegistryFile;
import org.assay.capture.registry.RegistryPlace;
import org.assay.capture.registry.RegistrySource;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Evidence;
import org.assay.model.Location;
import org.assay.model.Visible;
import org.assay.registry.RegistryException;
import org.assay.registry.format.RegistryFormat;

/** Files with registry data that were named. What a file is its first bytes tell, whatever it was called. */
final class RegistryFileSource implements EvidenceSource {

    private static final String ADVICE = "Name a file with registry data.";

    private final FileSystemReader files;
    private final List<RegistrySource> registry;

    private RegistryFileSource(FileSystemReader files, List<RegistrySource> registry) {
        this.files = files;
        this.registry = registry;
    }

    /** Exports, whose name is whose HKEY_CURRENT_USER they hold. */
    static RegistryFileSource exports(List<Evidence> exports, FileSystemReader files) {
        return new RegistryFileSource(files, exports.stream().map(each -> open(each, "", files)).toList());
    }

    /** Hives, whose name is the key that their root stands for. */
    static RegistryFileSource hives(List<Evidence> hives, FileSystemReader files) {
        return new RegistryFileSource(files, hives.stream().map(each -> open(each, each.name(), files)).toList());
    }

    @Override
    public String reader() {
        return files.name();
    }

    @Override
    public boolean keepsAccessTimes() {
        return files.keepsAccessTimes();
    }

    @Override
    public List<RegistrySource> registry() {
        return registry;
    }

    private static RegistrySource open(Evidence evidence, String place, FileSystemReader files) {
        NamedFile named = NamedFile.of(evidence.path(), files, ADVICE);
        RegistryFile file = new RegistryFile(named.tree(), named.entry(), evidence.path().toString());
        try {
            RegistryFormat format = RegistryFormat.of(file.name(), file.start());
            if (format.isRooted()) {
                if (!place.isEmpty()) {
                    throw new AssayException(ErrorCode.WRONG_USAGE, Visible.text(file.name())
                            + " names the roots of its keys itself. Add it as a registry export, without a place.");
                }
                return new RegistrySource(file, format, Location.key("EXPORT", file.entry().name()), evidence.name(), Set.of());
            }
            Location root = HiveRoot.of(file, named.folder(), format);
            return place.isEmpty() ? new RegistrySource(file, format, root, evidence.name(), Set.of())
                    : new RegistrySource(file, format, place(place), "", Set.of());
        } catch (RegistryException e) {
            throw new AssayException(ErrorCode.SOURCE, e.getMessage(), e);
        } catch (IOException e) {
            throw NamedFile.unreadable(evidence.path(), ADVICE, e);
        }
    }

    private static Location place(String text) {
        return RegistryPlace.parse(text).orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "\"" + Visible.text(text)
                + "\" is not a place in the registry. Begin with a root, such as HKLM\\SYSTEM or HKCU."));
    }
}
