package org.assay.startup.format;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.LittleEndian;

/**
 * A program information file ({@code .pif}): name and arguments of a DOS program at fixed places of its first 369 bytes. Windows runs a
 * program that is only called so ({@code x.txt.pif} was a worm's favourite) as a program.
 */
public final class PifFile implements StartupFormat {

    private static final int SIZE = 0x171;
    private static final int PROGRAM = 0x24;
    private static final int PROGRAM_LENGTH = 63;
    private static final int ARGUMENTS = 0xa5;
    private static final int ARGUMENTS_LENGTH = 64;

    @Override
    public String name() {
        return "pif";
    }

    @Override
    public boolean reads(FormatPlace place) {
        return place.isOpenedAs("pif");
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        if (content.length > 1 && content[0] == 'M' && content[1] == 'Z') {
            return FileStarts.of();
        }
        LittleEndian pif = LittleEndian.of(content, place.oem());
        String program = pif.ansi(PROGRAM, PROGRAM_LENGTH).strip();
        if (content.length < SIZE || program.isEmpty()) {
            return FileStarts.unread("not a program information file");
        }
        return FileStarts.of(FileStart.of("", (program + " " + pif.ansi(ARGUMENTS, ARGUMENTS_LENGTH).strip()).strip()));
    }
}
