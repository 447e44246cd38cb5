package org.assay.compare;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Attribute;
import org.assay.model.FileItem;
import org.assay.model.FileKind;
import org.assay.model.Item;
import org.assay.model.KeyItem;
import org.assay.model.ValueItem;

/** Which attributes of two items differ, as {@link SnapshotComparison} says. */
final class Attributes {

    private Attributes() {
    }

    private record Pair(Item before, Item after) {
    }

    /** What differs between two items that are the same thing, or that hold the same content in two places. */
    static Set<Attribute> differing(Item before, Item after) {
        return switch (new Pair(before, after)) {
            case Pair(FileItem was, FileItem is) -> files(was, is);
            case Pair(KeyItem was, KeyItem is) -> keys(was, is);
            case Pair(ValueItem was, ValueItem is) -> values(was, is);
            default -> throw new IllegalArgumentException("items of two types at " + after.location().text());
        };
    }

    /** Equal for two items at one location in which everything that is compared is equal. */
    static Object compared(Item item) {
        return switch (item) {
            case FileItem file -> switch (file.kind()) {
                case FILE -> List.of(file.kind(), file.sizeBytes(), file.sha256(), file.modified(), file.mode(), file.owner(), file.group(),
                        file.details().links(), file.details().comparedFlags(), file.details().extended());
                case STREAM -> List.of(file.kind(), file.sizeBytes(), file.sha256());
                case LINK -> List.of(file.kind(), file.target(), file.owner(), file.group());
                case DIRECTORY, FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER -> List.of(file.kind(), file.mode(), file.owner(),
                        file.group(), file.details().comparedFlags(), file.details().extended());
            };
            case KeyItem key -> List.of(key.className(), key.security(), key.link());
            case ValueItem value -> List.of(value.type(), value.data());
        };
    }

    private static Set<Attribute> files(FileItem was, FileItem is) {
        Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
        if (was.kind() != is.kind()) {
            differing.add(Attribute.KIND);
        } else if (is.kind().hasContent()) {
            content(differing, was, is);
        } else if (is.kind() == FileKind.LINK && !was.target().equals(is.target())) {
            differing.add(Attribute.LINK_TARGET);
        }
        if (was.kind() != FileKind.LINK && is.kind() != FileKind.LINK && differsWhereKept(was.mode(), is.mode())) {
            differing.add(Attribute.MODE);
        }
        if (differsWhereKept(was.owner(), is.owner())) {
            differing.add(Attribute.OWNER);
        }
        if (differsWhereKept(was.group(), is.group())) {
            differing.add(Attribute.GROUP);
        }
        details(differing, was, is);
        return differing;
    }

    /** Details are compared where both captures kept them, which their inodes tell. */
    private static void details(Set<Attribute> differing, FileItem was, FileItem is) {
        if (was.details().inode().isEmpty() || is.details().inode().isEmpty()) {
            return;
        }
        if (was.kind() == FileKind.FILE && is.kind() == FileKind.FILE && was.details().links() != is.details().links()) {
            differing.add(Attribute.LINKS);
        }
        if (!was.details().comparedFlags().equals(is.details().comparedFlags())) {
            differing.add(Attribute.FLAGS);
        }
        if (!was.details().extended().equals(is.details().extended())) {
            differing.add(Attribute.EXTENDED);
        }
    }

    private static void content(Set<Attribute> differing, FileItem was, FileItem is) {
        if (was.sizeBytes() != is.sizeBytes()) {
            differing.add(Attribute.SIZE);
        }
        if (!was.sha256().equals(is.sha256())) {
            differing.add(Attribute.CONTENT);
        }
        if (is.kind() == FileKind.FILE && !was.modified().equals(is.modified())) {
            differing.add(Attribute.MODIFIED_TIME);
        }
    }

    private static Set<Attribute> keys(KeyItem was, KeyItem is) {
        // Only sources that keep class names keep the time too; an export beside a hive must not make every class name a change.
        boolean sameKindOfSource = was.lastWritten().isPresent() == is.lastWritten().isPresent();
        Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
        if (sameKindOfSource ? !was.className().equals(is.className()) : differsWhereKept(was.className(), is.className())) {
            differing.add(Attribute.CLASS_NAME);
        }
        if (sameKindOfSource && was.link() != is.link()) {
            differing.add(Attribute.KIND);
        }
        if (differsWhereKept(was.security(), is.security()) && !KeySecurity.same(was.security().get(), is.security().get())) {
            differing.add(Attribute.SECURITY);
        }
        return differing;
    }

    private static Set<Attribute> values(ValueItem was, ValueItem is) {
        Set<Attribute> differing = EnumSet.noneOf(Attribute.class);
        if (was.type() != is.type()) {
            differing.add(Attribute.VALUE_TYPE);
        }
        if (!was.data().equals(is.data())) {
            differing.add(Attribute.VALUE_DATA);
        }
        return differing;
    }

    private static boolean differsWhereKept(Optional<?> was, Optional<?> is) {
        return was.isPresent() && is.isPresent() && !was.equals(is);
    }
}
