package org.assay.app.written;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;

/** A specification of mtree(5): a line an entry, with its whole path below the tree's root and names as vis(3) writes them. */
final class MtreeForm implements WrittenForm {

    private final OutputStream out;

    MtreeForm(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        out.write(ByteText.bytes("#mtree\n"));
    }

    @Override
    public boolean write(Item item) throws IOException {
        if (!(item instanceof FileItem file) || item.location().space().isLeaf()) {
            return false;
        }
        String path = ByteText.path(file.location());
        StringBuilder line = new StringBuilder(path.isEmpty() ? "." : "./" + vis(path)).append(" type=").append(type(file.kind()));
        file.mode().ifPresent(mode -> line.append(String.format(Locale.ROOT, " mode=%04o", mode)));
        file.owner().ifPresent(owner -> line.append(owner.matches("[0-9]+") ? " uid=" : " uname=").append(vis(ByteText.of(owner))));
        file.group().ifPresent(group -> line.append(group.matches("[0-9]+") ? " gid=" : " gname=").append(vis(ByteText.of(group))));
        if (file.kind() == FileKind.FILE && file.reports(Untold.SIZE)) {
            line.append(" size=").append(file.sizeBytes());
        }
        if (file.kind() == FileKind.FILE && file.reports(Untold.MODIFIED_TIME)) {
            line.append(String.format(Locale.ROOT, " time=%d.%09d", file.modified().getEpochSecond(), file.modified().getNano()));
        }
        file.target().ifPresent(target -> line.append(" link=").append(vis(ByteText.of(target))));
        digest(line, "md5", DigestAlgorithm.MD5, file);
        digest(line, "sha1", DigestAlgorithm.SHA1, file);
        file.sha256().ifPresent(digest -> line.append(" sha256=").append(digest.hex()));
        digest(line, "sha512", DigestAlgorithm.SHA512, file);
        out.write(ByteText.bytes(line.append('\n').toString()));
        return true;
    }

    private static void digest(StringBuilder line, String keyword, DigestAlgorithm algorithm, FileItem file) {
        Bytes digest = file.details().digests().get(algorithm);
        if (digest != null) {
            line.append(' ').append(keyword).append('=').append(digest.hex());
        }
    }

    private static String type(FileKind kind) {
        return switch (kind) {
            case DIRECTORY -> "dir";
            case LINK -> "link";
            case FIFO -> "fifo";
            case SOCKET -> "socket";
            case CHARACTER_DEVICE -> "char";
            case BLOCK_DEVICE -> "block";
            case FILE, OTHER, STREAM -> "file";
        };
    }

    /** Octal for all but what no reader could take for something else. */
    private static String vis(String bytes) {
        StringBuilder text = new StringBuilder(bytes.length());
        for (int at = 0; at < bytes.length(); at++) {
            char octet = bytes.charAt(at);
            if (octet > ' ' && octet < 0x7f && "\\#=*?[".indexOf(octet) < 0) {
                text.append(octet);
            } else {
                text.append(String.format(Locale.ROOT, "\\%03o", (int) octet));
            }
        }
        return text.toString();
    }
}
