package org.assay.compare.explain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.ContentType;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;

/**
 * Files that security catalogues of Windows list. A catalogue counts when its signature holds and its signer's key signed one of the
 * baseline's, for who can put a file there can make a catalogue and sign it. It lists contents and not names: a program is explained under
 * the name only that it was built with, since {@code cmd.exe} in place of {@code sethc.exe} is listed, too; of other files only what
 * does not run.
 */
final class CataloguedFiles implements TreeExplanation {

    /** Where what catalogues list is at home. */
    private static final Set<String> FOLDERS = Set.of("windows", "winnt", "program files", "program files (x86)");
    private static final String LANGUAGE = ".mui";
    /** Extensions of what comes with Windows and does not run. */
    private static final Set<String> DATA = Set.of("inf", "pnf", "cat", "mum", "manifest", "xml", "admx", "adml", "mof", "mfl", "nls",
            "ttf", "ttc", "otf", "fon", "dat", "txt", "rtf", "png", "jpg", "gif", "svg", "ico", "wav", "json", "xsd");

    private final RecordTree before;
    private final RecordTree after;
    private Optional<CatalogueIndex> read = Optional.empty();
    private Optional<Set<Bytes>> known = Optional.empty();

    CataloguedFiles(RecordTree before, RecordTree after) {
        this.before = before;
        this.after = after;
    }

    /** The suspect's catalogues, read when the first file is asked about: a Windows has thousands. */
    private CatalogueIndex index() {
        if (read.isEmpty()) {
            read = Optional.of(CatalogueIndex.of(after));
        }
        return read.get();
    }

    private boolean isKnown(Bytes key) {
        if (known.isEmpty()) {
            known = Optional.of(index().keysOf(before));
        }
        return known.get().contains(key);
    }

    /** What a catalogue that counts says of {@code file}. */
    private Optional<CatalogueIndex.Listing> listing(FileItem file) {
        return index().listing(file).filter(listing -> listing.signature().key().filter(this::isKnown).isPresent());
    }

    /** What catalogues say of a program that carries no signature of its own. */
    CatalogueVerdict verdict(FileItem program) {
        CatalogueIndex index = index();
        Set<DigestAlgorithm> made = program.details().digests().keySet();
        return index.isEmpty() && index.isWhole() ? CatalogueVerdict.NO_CATALOGUES
                : listing(program).isPresent() ? CatalogueVerdict.LISTED
                : index.listing(program).isPresent() ? CatalogueVerdict.LISTED_BY_STRANGER
                : !index.isWhole() || !made.contains(DigestAlgorithm.PESHA256) ? CatalogueVerdict.NOT_LOOKED_AT
                : CatalogueVerdict.NOT_LISTED;
    }

    @Override
    public Optional<Explanation> explain(Change change, String path) {
        FileItem file = (FileItem) change.item();
        boolean fits = change.kind() != ChangeKind.REMOVED && file.kind() == FileKind.FILE && file.sizeBytes() > 0
                && ComponentStore.CONTENT_ONLY.containsAll(change.attributes()) && isAtHome(file, path);
        return fits ? listing(file).map(listing -> new Explanation(ExplanationKind.UPDATE, "files that catalogues by "
                + Visible.text(listing.signature().signer()) + " list", "the key that signed catalogues of the baseline",
                "The catalogue " + Visible.text(listing.catalogue()) + " lists its digest.")) : Optional.empty();
    }

    private static boolean isAtHome(FileItem file, String path) {
        int end = path.indexOf('/');
        if (end < 0 || !FOLDERS.contains(path.substring(0, end).toLowerCase(Locale.ROOT))) {
            return false;
        }
        return file.details().contentType().filter(ContentType.PE::equals).isPresent()
                ? file.details().version().filter(version -> isName(version.originalName(), file.location().name())).isPresent()
                : DATA.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** The resources of a language lie in a file of their own, which shares the program's name. */
    private static boolean isName(String original, String name) {
        return plain(original).equals(plain(name));
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(LANGUAGE) ? lower.substring(0, lower.length() - LANGUAGE.length()) : lower;
    }
}
