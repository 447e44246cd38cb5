package org.assay.capture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.assay.capture.file.CaselessTree;
import org.assay.capture.file.EvidenceTree;
import org.assay.capture.file.ExactName;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;
import org.assay.capture.registry.RegistryFile;
import org.assay.capture.source.SystemFiles;
import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileKind;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.snapshot.SourceKind;

/** Runs captures in one line. */
public final class Captures {

    /** The largest file whose content is kept, in bytes. */
    public static final int KEPT_BYTES = 1 << 20;

    private Captures() {
    }

    /** Captures {@code folder} as the tree without a name. */
    public static RecordingSink tree(Path folder) {
        return tree(SystemFiles.reader(), folder, Progress.NONE);
    }

    /** Captures the files only: what a test steps in between is not asked by a search for hives before. */
    public static RecordingSink tree(FileSystemReader tree, Path folder, Progress progress) {
        RecordingSink sink = new RecordingSink();
        files(tree, folder, sink, progress);
        return sink;
    }

    /** As {@link #tree(FileSystemReader, Path, Progress)}, where the sink is of interest also when the capture fails. */
    static void files(FileSystemReader tree, Path folder, RecordingSink sink, Progress progress) {
        CaptureOptions files = new CaptureOptions(Set.of(), false, 2, new RegistryOptions(false, false), ScopeFilter.ALL,
                CaptureOptions.USUAL_TIMEOUT);
        new Capture(tree).run(new CaptureRequest(List.of(tree("", folder)), files, KeptContent.NONE, EarlierItems.NONE), sink, progress);
    }

    public static RecordingSink of(Evidence... evidence) {
        RecordingSink sink = new RecordingSink();
        new Capture().run(request(List.of(evidence), KeptContent.NONE), sink, Progress.NONE);
        return sink;
    }

    /** The failure of a capture that fails before anything was handed on. */
    public static AssayException refused(Evidence... evidence) {
        RecordingSink sink = new RecordingSink();
        AssayException failure = assertThrows(AssayException.class,
                () -> new Capture().run(request(List.of(evidence), KeptContent.NONE), sink, Progress.NONE));
        assertTrue(sink.items.isEmpty() && sink.gaps.isEmpty(), "the sink got something before the failure");
        return failure;
    }

    public static CaptureRequest request(List<Evidence> evidence, KeptContent kept) {
        return new CaptureRequest(evidence, new CaptureOptions(Set.of(), false, 2, RegistryOptions.USUAL, ScopeFilter.ALL,
                CaptureOptions.USUAL_TIMEOUT),
                kept, EarlierItems.NONE);
    }

    public static Evidence tree(String name, Path folder) {
        return new Evidence(SourceKind.TREE, name, ExactName.of(folder));
    }

    public static Evidence export(Path file) {
        return new Evidence(SourceKind.REG_EXPORT, "", ExactName.of(file));
    }

    public static Evidence hive(String name, Path file) {
        return new Evidence(SourceKind.HIVE, name, ExactName.of(file));
    }

    /** The folder as a tree without a name. */
    public static EvidenceTree evidenceTree(Path folder) {
        return new EvidenceTree() {
            @Override
            public Location location() {
                return Location.file("");
            }

            @Override
            public String name() {
                return folder.toString();
            }

            @Override
            public Folder open() throws IOException {
                return SystemFiles.reader().open(ExactName.of(folder));
            }
        };
    }

    /** The file, in a tree that is its folder. */
    public static RegistryFile registryFile(Path file) {
        String name = ExactName.of(file.getFileName());
        return new RegistryFile(new CaselessTree(evidenceTree(file.getParent())),
                new CaselessTree.Entry(List.of(name), Location.file("", name), FileKind.FILE), file.toString());
    }

    /** The folder, open. */
    public static Folder opened(Path folder) {
        try {
            return evidenceTree(folder).open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
