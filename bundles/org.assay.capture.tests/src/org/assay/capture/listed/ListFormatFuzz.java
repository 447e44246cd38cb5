package org.assay.capture.listed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.assay.capture.HostileListSink;
import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.text.Space;

/** Fuzz target: whatever a list of another tool holds, its rows become files of the tree, no more than it has room for. */
public final class ListFormatFuzz {

    /** So many times its length unfolds what is packed with DEFLATE at most. */
    private static final long MAX_UNPACKED = 1032;
    /** What a byte of a name takes at most: one that is no UTF-8 is written as several units. */
    private static final long MAX_UNITS_OF_BYTE = 8;
    /** What a file's name takes beside its line, of the folders that the lines before opened. */
    private static final long MAX_PATH_LENGTH = 4096;

    private ListFormatFuzz() {
    }

    /** Takes one input: the format's letter and a list. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            byte[] list = Arrays.copyOfRange(input, 1, input.length);
            ListFormat format = format(input[0]);
            format.recognises(list);
            Files whole = read(format, "", list);
            if (!read(format, "", list).items.equals(whole.items)) {
                throw new AssertionError("the same list is read in two ways");
            }
            long folder = read(format, "C@/usr", list).items.size();
            if (folder > whole.items.size()) {
                throw new AssertionError("a folder of the list holds " + folder + " files, all of it " + whole.items.size());
            }
        }
    }

    static ListFormat format(byte letter) {
        return switch (letter) {
            case 'a' -> new AideDatabase();
            case 'm' -> new MtreeSpec();
            case 'h' -> new HashdeepList();
            case 's' -> new DigestList();
            case 'x' -> new DfxmlFile();
            case 'b' -> new BodyFile();
            default -> new FileTable();
        };
    }

    private static Files read(ListFormat format, String name, byte[] list) {
        Files read = new Files(list.length * (format instanceof AideDatabase ? MAX_UNPACKED : 1));
        ListedFiles files = new ListedFiles(name, Duration.ofSeconds(1), read);
        try {
            format.read(new ByteArrayInputStream(list), files);
        } catch (IOException e) {
            if (!(format instanceof AideDatabase)) {
                throw new AssertionError("bytes in memory can be read", e);
            }
        }
        files.finish();
        return read;
    }

    /** Takes files that lie in a tree, as many as the list has room for. */
    private static final class Files extends HostileListSink {

        private final List<Item> items = new ArrayList<>();
        private final long bytes;
        private long units;

        Files(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void item(Item item) {
            Location where = item.location();
            if (!(item instanceof FileItem file) || where.space() != Space.FILE || file.sizeBytes() < 0) {
                throw new AssertionError("a list of files holds " + item);
            }
            for (String name : where.components().subList(1, where.components().size())) {
                units += name.length();
                if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
                    throw new AssertionError(where + " is not within its tree");
                }
            }
            items.add(item);
            if (items.size() > bytes || units > MAX_UNITS_OF_BYTE * (bytes + MAX_PATH_LENGTH * items.size())) {
                throw new AssertionError(bytes + " bytes hold " + items.size() + " files with names of " + units + " units");
            }
        }

        @Override
        public void area(Area area) {
            if (area.top().space() != Space.FILE) {
                throw new AssertionError("a list of files stands for " + area.top());
            }
        }
    }
}
