package org.assay.capture.source;

import java.util.List;
import java.util.Optional;

import org.assay.capture.file.FileSystemReader;
import org.assay.capture.registry.RegistrySource;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.model.snapshot.SourceKind;
import org.assay.registry.format.RegistryFormat;

/** Registry hives that were named. */
final class HiveSource implements EvidenceSource {

    @Override
    public EvidenceKind kind() {
        return new EvidenceKind(SourceKind.HIVE, "registry hive", "hive", "A registry hive. ROOT is where it belongs, HKLM\\SYSTEM or the"
                + " like; by default it is detected.", Optional.of("ROOT"), false, List.of("*"));
    }

    @Override
    public boolean recognises(byte[] start) {
        return RegistryFormat.find(start).filter(format -> !format.isRooted()).isPresent();
    }

    @Override
    public OpenEvidence open(List<Evidence> hives, FileSystemReader files) {
        return OpenEvidence.registry(hives.stream().map(hive -> open(hive, files)).toList(), files);
    }

    private static RegistrySource open(Evidence hive, FileSystemReader files) {
        NamedRegistryFile file = NamedRegistryFile.of(hive.path(), files);
        return hive.name().isEmpty() ? file.of("") : file.at(hive.name());
    }
}
