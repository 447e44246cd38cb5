package org.assay.startup.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.Bytes;
import org.assay.startup.text.DriveName;

/** The kept content of files, those reached through links too. */
public final class Contents {

    /** The SHA-256 of nothing (FIPS 180-4); a list of Autoruns tells a file's digest and no size. */
    private static final Bytes EMPTY = Bytes.ofHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private final SnapshotView view;
    private final Links links;

    public Contents(SnapshotView view, Links links) {
        this.view = view;
        this.links = links;
    }

    /**
     * What a file holds.
     *
     * @param bytes empty when it is not known
     * @param why why it is not known, as a phrase
     */
    public record Content(Optional<byte[]> bytes, String why) {
    }

    /** What {@code file} holds or, when it is a link, the file that it leads to inside its tree. */
    public Content of(FileItem file) {
        if (file.kind() != FileKind.LINK) {
            return held(file);
        }
        if (DriveName.isOne(file.location().components().getFirst())) {
            return new Content(Optional.empty(), "a link, which is not followed, stands where this file belongs");
        }
        return followed(file).map(this::held)
                .orElse(new Content(Optional.empty(), "the file that this link leads to is not in the snapshot"));
    }

    /** What the file at {@code path} of {@code tree} holds, links followed; empty where that is not known. */
    public Optional<byte[]> at(String tree, String path) {
        return at(tree, path, Optional.empty()).flatMap(file -> held(file).bytes());
    }

    private Content held(FileItem file) {
        if (file.sizeBytes() == 0 && file.kind() == FileKind.FILE && file.sha256().filter(hash -> !hash.equals(EMPTY)).isEmpty()) {
            return new Content(Optional.of(new byte[0]), "");
        }
        return new Content(file.sha256().flatMap(view::content), file.sha256().isEmpty() ? "this file could not be read"
                : "the content of this file was not kept (" + file.sizeBytes() + " bytes)");
    }

    private Optional<FileItem> followed(FileItem link) {
        List<String> names = link.location().components();
        String tree = names.getFirst();
        return at(tree, "/" + String.join("/", names.subList(1, names.size())), Optional.of(link));
    }

    private Optional<FileItem> at(String tree, String named, Optional<FileItem> link) {
        return links.follow(tree, named).flatMap(path -> {
            String[] below = Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toArray(String[]::new);
            if (Arrays.stream(below).anyMatch(name -> name.indexOf('\0') >= 0) || below.length == 0) {
                return Optional.empty();
            }
            try (ItemStream items = view.itemsWithin(Location.file(tree, below))) {
                return items.hasNext() && items.next() instanceof FileItem file && file.kind() == FileKind.FILE
                        && !Optional.of(file).equals(link) ? Optional.of(file) : Optional.empty();
            }
        });
    }
}
