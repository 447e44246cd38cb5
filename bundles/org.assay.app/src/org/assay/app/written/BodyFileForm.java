package org.assay.app.written;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.item.Untold;
import org.assay.model.text.Bytes;

/** A body file of The Sleuth Kit 3. What would end a cell or a line in a name is written as {@code \x7c} and its like. */
final class BodyFileForm implements WrittenForm {

    private static final String PERMISSIONS = "rwxrwxrwx";

    private final OutputStream out;

    BodyFileForm(OutputStream out) {
        this.out = out;
    }

    @Override
    public boolean write(Item item) throws IOException {
        if (!(item instanceof FileItem file) || item.location().space().isLeaf()) {
            return false;
        }
        Bytes md5 = file.details().digests().get(DigestAlgorithm.MD5);
        String path = ByteText.path(file.location());
        String name = (path.length() > 1 && path.charAt(1) == ':' ? "" : "/") + path
                + file.target().map(target -> " -> " + ByteText.of(target)).orElse("");
        out.write(ByteText.bytes(String.join("|", md5 == null ? "0" : md5.hex(), escaped(name),
                file.details().inode().map(Inode::number).map(Long::toUnsignedString).orElse("0"), mode(file),
                file.details().inode().map(inode -> String.valueOf(inode.uid())).orElse("0"),
                file.details().inode().map(inode -> String.valueOf(inode.gid())).orElse("0"),
                file.reports(Untold.SIZE) ? String.valueOf(file.sizeBytes()) : "0", time(file.times().accessed()),
                file.reports(Untold.MODIFIED_TIME) ? time(Optional.of(file.modified())) : "0", time(file.times().statusChanged()),
                time(file.times().created())) + "\n"));
        return true;
    }

    private static String time(Optional<Instant> time) {
        return time.map(one -> String.valueOf(one.getEpochSecond())).orElse("0");
    }

    private static String mode(FileItem file) {
        char kind = switch (file.kind()) {
            case DIRECTORY -> 'd';
            case LINK -> 'l';
            case FIFO -> 'p';
            case SOCKET -> 's';
            case CHARACTER_DEVICE -> 'c';
            case BLOCK_DEVICE -> 'b';
            case FILE, OTHER, STREAM -> 'r';
        };
        int bits = file.mode().orElse(file.kind() == FileKind.LINK ? 0777 : 0);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < PERMISSIONS.length(); at++) {
            boolean set = (bits & 1 << 8 - at) != 0;
            boolean special = at % 3 == 2 && (bits & 04000 >> at / 3) != 0;
            char letter = at == PERMISSIONS.length() - 1 ? 't' : 's';
            text.append(special ? set ? letter : Character.toUpperCase(letter) : set ? PERMISSIONS.charAt(at) : '-');
        }
        return kind + "/" + kind + text;
    }

    private static String escaped(String bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length(); at++) {
            char octet = bytes.charAt(at);
            text.append(octet < ' ' || octet == '|' || octet == 0x7f ? String.format("\\x%02x", (int) octet) : String.valueOf(octet));
        }
        return text.toString();
    }
}
