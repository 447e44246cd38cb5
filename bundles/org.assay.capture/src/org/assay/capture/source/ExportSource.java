package org.assay.capture.source;

import java.util.List;
import java.util.Optional;

import org.assay.capture.file.FileSystemReader;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.model.snapshot.SourceKind;
import org.assay.registry.format.RegistryFormat;

/** Exports of the registry that were named. */
final class ExportSource implements EvidenceSource {

    @Override
    public EvidenceKind kind() {
        return new EvidenceKind(SourceKind.REG_EXPORT, "registry export", "reg", "A registry export (.reg). USER is whose"
                + " HKEY_CURRENT_USER it holds; then it meets that user's hive.", Optional.of("USER"), false, List.of("*.reg", "*"));
    }

    @Override
    public boolean recognises(byte[] start) {
        return RegistryFormat.find(start).filter(RegistryFormat::isRooted).isPresent();
    }

    @Override
    public OpenEvidence open(List<Evidence> exports, FileSystemReader files) {
        return OpenEvidence.registry(exports.stream().map(export -> NamedRegistryFile.of(export.path(), files).of(export.name()))
                .toList(), files);
    }
}
