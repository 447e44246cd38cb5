package org.assay.compare.mass;

import java.util.Set;

import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/** Tells somebody's work from what systems and programs keep for themselves, and what became of its content. */
final class Documents {

    private static final Set<String> MORE = Set.of("md", "tex", "one", "vsd", "vsdx", "pub", "mdb", "accdb", "db", "sqlite", "sql", "dbf",
            "bak", "pst", "ost", "msg", "mbox", "psd", "ai", "indd", "dwg", "dxf", "cr2", "nef", "arw", "dng", "heic", "tar", "gz", "tgz",
            "vmdk", "vhd", "vhdx", "qcow2", "ods", "key", "numbers", "pages", "epub", "kdbx", "json", "xml", "cs", "py", "php", "go", "rs");
    /** What a site is made of changes by the thousand with every version of it. */
    private static final Set<String> OF_SITES = Set.of("htm", "html", "css", "js", "svg", "ico", "php", "json", "xml", "webp", "png",
            "gif");

    private Documents() {
    }

    /** Whether {@code file} is somebody's work by its name or its type. */
    static boolean isOne(FileItem file) {
        String name = file.location().name();
        return file.kind() == FileKind.FILE && (FileNames.isWork(name) || MORE.contains(FileNames.extension(name))
                || FileChange.type(file).isDocument());
    }

    /** As {@link #isOne}, without what sites consist of. */
    static boolean isPersonal(FileItem file) {
        return isOne(file) && !OF_SITES.contains(FileNames.extension(file.location().name()));
    }

    static boolean looksLikeChance(FileItem file) {
        return file.details().traits().contains(ContentTrait.RANDOM);
    }

    /** Whether the content had a type, or at least an order, and has none now. */
    static boolean isScrambled(FileItem was, FileItem is) {
        ContentType before = FileChange.type(was);
        boolean known = was.details().contentType().isPresent() && is.details().contentType().isPresent();
        return known && before != ContentType.EMPTY && FileChange.type(is) == ContentType.DATA && !looksLikeChance(was)
                && (looksLikeChance(is) || before != ContentType.DATA && isOne(was));
    }
}
