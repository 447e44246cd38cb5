package org.assay.capture.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.assay.capture.file.FileSystemReader;
import org.assay.capture.listed.AideDatabase;
import org.assay.capture.listed.BodyFile;
import org.assay.capture.listed.DfxmlFile;
import org.assay.capture.listed.DigestList;
import org.assay.capture.listed.FileTable;
import org.assay.capture.listed.HashdeepList;
import org.assay.capture.listed.ListFormat;
import org.assay.capture.listed.ListedFiles;
import org.assay.capture.listed.MtreeSpec;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Labels;
import org.assay.model.text.Visible;

/**
 * A list of files that another tool made, as a baseline of its own.
 *
 * @param reader a short word for what reads it
 * @param timeStep what modification times in such a list are multiples of
 */
record ListSource(EvidenceKind kind, String reader, ListFormat format, Duration timeStep) implements EvidenceSource {

    /** How much of a list tells its format. */
    private static final int START_BYTES = 1 << 16;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String ADVICE = "Name the file that the tool wrote.";

    /** One for each format. */
    static final List<EvidenceSource> ALL = List.of(
            of("AIDE", "AIDE database", "aide", "A database of AIDE, compressed or not.",
                    List.of("*.db", "*.db.gz", "*"), new AideDatabase(),
                    SECOND),
            of("MTREE", "mtree specification", "mtree", "A specification of mtree.", List.of("*.mtree", "*"), new MtreeSpec(),
                    Duration.ZERO),
            of("HASHDEEP", "hashdeep list", "hashdeep", "A list of hashdeep.", List.of("*.txt", "*"), new HashdeepList(), Duration.ZERO),
            of("DIGEST_LIST", "list of digests", "sums", "What sha256sum and its like wrote.", List.of("SHA256SUMS", "*.sha256", "*"),
                    new DigestList(), Duration.ZERO),
            of("DFXML", "DFXML file", "dfxml", "Digital Forensics XML, of fiwalk and others.", List.of("*.xml", "*.dfxml"), new DfxmlFile(),
                    SECOND),
            of("BODY_FILE", "body file", "bodyfile", "A body file of The Sleuth Kit, UAC and others.", List.of("bodyfile*", "*.body", "*"),
                    new BodyFile(), SECOND),
            of("FILE_TABLE", "table of files", "table", "A table of files as CSV, with a heading that names path and size, sha256 and the"
                    + " like.", List.of("*.csv"), new FileTable(), SECOND));

    private static EvidenceSource of(String word, String title, String option, String help, List<String> patterns, ListFormat format,
            Duration timeStep) {
        return new ListSource(new EvidenceKind(new SourceKind(word), title, option, help + " NAME is the tree that it is of, C for drive"
                + " C:; with @FOLDER behind it, the tree is what the list has in that folder.", Optional.of("NAME"), false, patterns),
                option, format, timeStep);
    }

    @Override
    public boolean recognises(byte[] start) {
        return format.recognises(start);
    }

    @Override
    public OpenEvidence open(List<Evidence> lists, FileSystemReader files) {
        return OpenEvidence.lists(lists.stream().map(_ -> reader).toList(), lists.stream().<ItemList>map(list -> {
            NamedFile file = named(list, files);
            return (sink, _) -> read(list, file, sink);
        }).toList(), files);
    }

    private NamedFile named(Evidence list, FileSystemReader files) {
        NamedFile file = NamedFile.of(list.path(), files, ADVICE);
        try {
            if (format.recognises(file.tree().start(file.entry(), START_BYTES))) {
                return file;
            }
        } catch (IOException e) {
            throw NamedFile.unreadable(list.path(), ADVICE, e);
        }
        throw new AssayException(ErrorCode.SOURCE, Visible.text(list.path()) + " is not " + Labels.one(kind.title()) + ". " + ADVICE);
    }

    private void read(Evidence list, NamedFile file, ItemSink sink) {
        ListedFiles files = new ListedFiles(list.name(), timeStep, sink);
        try (InputStream in = file.tree().stream(file.entry())) {
            format.read(in, files);
        } catch (IOException e) {
            throw NamedFile.unreadable(list.path(), ADVICE, e);
        }
        files.finish();
    }
}
