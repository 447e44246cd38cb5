package org.assay.capture.listed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.assay.model.item.FileKind;

/**
 * A body file of The Sleuth Kit 3 and later, as {@code fls -m}, UAC and others write it:
 * {@code MD5|name|inode|mode|UID|GID|size|atime|mtime|ctime|crtime}. What is deleted and what stands for a name in NTFS is left out.
 */
public final class BodyFile implements ListFormat {

    private static final int CELLS = 11;
    private static final String MODES = "rwxrwxrwx";

    @Override
    public void read(InputStream in, ListedFiles files) throws IOException {
        ListLines lines = new ListLines(in, files);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            if (!text.isEmpty() && !text.startsWith("#")) {
                String[] cells = cells(text);
                if (cells.length < CELLS || !cells[3].matches(".{2}.{9,10}|.{10,11}|0") || !cells[6].matches("[0-9]{1,18}")) {
                    lines.problem("it is no row of a body file");
                } else if (!cells[1].endsWith(" (deleted)") && !cells[1].endsWith(" (deleted-realloc)")
                        && !cells[1].endsWith(" ($FILE_NAME)")) {
                    files.add(file(cells));
                }
            }
        }
    }

    /** A name may hold the separator; all cells but it are of a known number. */
    private static String[] cells(String line) {
        String[] all = line.split("\\|", -1);
        if (all.length <= CELLS) {
            return all;
        }
        String[] cells = new String[CELLS];
        cells[0] = all[0];
        cells[1] = String.join("|", Arrays.copyOfRange(all, 1, all.length - CELLS + 2));
        System.arraycopy(all, all.length - CELLS + 2, cells, 2, CELLS - 2);
        return cells;
    }

    private static ListedFile file(String[] cells) {
        int arrow = cells[1].indexOf(" -> ");
        ListedFile file = new ListedFile(arrow < 0 ? cells[1] : cells[1].substring(0, arrow));
        String mode = cells[3].contains("/") ? cells[3].substring(cells[3].indexOf('/') + 1) : cells[3];
        file.kind(kind(mode.isEmpty() ? ' ' : mode.charAt(0)));
        if (mode.length() >= 10) {
            file.mode(permissions(mode.substring(1)));
        }
        if (arrow >= 0) {
            file.kind(FileKind.LINK).target(cells[1].substring(arrow + 4));
        }
        file.size(Long.parseLong(cells[6]));
        time(cells[7]).ifPresent(file::accessed);
        time(cells[8]).ifPresent(file::modified);
        time(cells[9]).ifPresent(file::changed);
        time(cells[10]).ifPresent(file::created);
        return file.digest(cells[0]);
    }

    private static FileKind kind(char letter) {
        return switch (letter) {
            case 'd' -> FileKind.DIRECTORY;
            case 'l' -> FileKind.LINK;
            case 'p' -> FileKind.FIFO;
            case 's', 'h' -> FileKind.SOCKET;
            case 'c' -> FileKind.CHARACTER_DEVICE;
            case 'b' -> FileKind.BLOCK_DEVICE;
            default -> FileKind.FILE;
        };
    }

    private static int permissions(String text) {
        int mode = 0;
        for (int at = 0; at < MODES.length(); at++) {
            char letter = text.charAt(at);
            boolean special = "sStT".indexOf(letter) >= 0;
            mode |= letter == MODES.charAt(at) || letter == 's' || letter == 't' ? 1 << 8 - at : 0;
            mode |= special ? 04000 >> at / 3 : 0;
        }
        return mode;
    }

    private static Optional<Instant> time(String cell) {
        boolean known = cell.matches("[0-9]{1,11}(\\.[0-9]{1,9})?") && !cell.equals("0");
        int dot = cell.indexOf('.');
        return !known ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(dot < 0 ? cell : cell.substring(0, dot)),
                dot < 0 ? 0 : Long.parseLong((cell.substring(dot + 1) + "000000000").substring(0, 9))));
    }

    @Override
    public boolean recognises(byte[] start) {
        String first = new String(start, StandardCharsets.ISO_8859_1).lines().filter(line -> !line.startsWith("#")).findFirst().orElse("");
        String[] cells = first.split("\\|", -1);
        return cells.length >= CELLS && (cells[0].equals("0") || ListedFile.isHex(cells[0]) || cells[0].isEmpty());
    }

    @Override
    public boolean filesOnly() {
        return false;
    }
}
