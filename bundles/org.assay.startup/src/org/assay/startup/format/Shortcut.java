package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.EntryDetails;
import org.assay.model.EntryState;
import org.assay.model.RegistryName;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.Limits;
import org.assay.startup.text.LittleEndian;
import org.assay.startup.text.ProgramName;

/**
 * A shell link ({@code .lnk}), read as [MS-SHLLINK] describes it. The target stands in up to four places that need not agree. Explorer
 * follows the item list first; where another place names another file, that file is a target too, for somebody wrote the two so.
 */
public final class Shortcut implements StartupFormat {

    private static final int HEADER = 0x4c;
    private static final String CLASS_ID = "{00021401-0000-0000-C000-000000000046}";
    private static final int HAS_ID_LIST = 1;
    private static final int HAS_LINK_INFO = 1 << 1;
    private static final int IS_UNICODE = 1 << 7;
    private static final int HAS_DARWIN_ID = 1 << 12;
    /** Name, relative path, working directory, arguments, icon: in this order behind each other, each if its bit from here on is set. */
    private static final int FIRST_STRING = 2;
    private static final int RELATIVE_PATH = 1;
    private static final int WORKING_FOLDER = 2;
    private static final int ARGUMENTS = 3;
    private static final int STRINGS = 5;
    private static final long ENVIRONMENT = 0xa0000001L;
    private static final int ENVIRONMENT_SIZE = 0x314;
    private static final int MAX_BLOCK_COUNT = 64;
    /** Explorer's dialog shows so many characters of the arguments. */
    private static final int SHOWN_ARGUMENTS = 260;
    private static final int PADDING = 64;

    @Override
    public String name() {
        return "shortcut";
    }

    @Override
    public boolean reads(FormatPlace place) {
        return place.isOpenedAs("lnk");
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        LittleEndian link = LittleEndian.of(content);
        if (link.u32(0) != HEADER || !link.guid(4).equals(CLASS_ID)) {
            return FileStarts.unread("not a shell link: its header is not one");
        }
        return new Link(link).read();
    }

    /** One shell link, read from its beginning to its end. */
    private static final class Link {

        private final LittleEndian link;
        private final long flags;
        private final List<String> targets = new ArrayList<>();
        private final String[] strings = new String[STRINGS];

        private Link(LittleEndian link) {
            this.link = link;
            this.flags = link.u32(20);
        }

        private FileStarts read() {
            long at = HEADER;
            if (has(HAS_ID_LIST)) {
                add(ShellItems.path(link.part(at + 2, link.u16(at))));
                at += 2L + link.u16(at);
            }
            if (has(HAS_LINK_INFO)) {
                add(LinkInfo.path(link.part(at, link.u32(at))));
                at += Math.max(4, link.u32(at));
            }
            for (int number = 0; number < STRINGS; number++) {
                strings[number] = "";
                if (has(1 << FIRST_STRING + number)) {
                    int length = link.u16(at);
                    strings[number] = has(IS_UNICODE) ? link.utf16(at + 2, length) : link.ansi(at + 2, length);
                    at += 2 + (has(IS_UNICODE) ? 2L : 1L) * length;
                }
            }
            blocks(at);
            if (targets.isEmpty()) {
                add(relative());
            }
            boolean cut = at > link.length();
            return targets.isEmpty() ? FileStarts.unread(cut ? "the shell link is cut off" : "the shell link names no file")
                    : new FileStarts(starts(), cut ? Optional.of("the shell link is cut off") : Optional.empty());
        }

        private boolean has(int flag) {
            return (flags & flag) != 0;
        }

        /** The environment's block names the target with variables. */
        private void blocks(long from) {
            long at = from;
            for (int count = 0; count < MAX_BLOCK_COUNT && link.u32(at) >= 8; count++) {
                if (link.u32(at + 4) == ENVIRONMENT && link.u32(at) >= ENVIRONMENT_SIZE) {
                    String wide = link.utf16(at + 8 + 260, 260);
                    add(wide.isEmpty() ? link.ansi(at + 8, 260) : wide);
                }
                at += link.u32(at);
            }
        }

        /** The last resort: relative to the working folder, for where the shortcut itself lies is the view's to know. */
        private String relative() {
            String path = strings[RELATIVE_PATH];
            boolean beside = path.startsWith(".\\") || path.startsWith("..\\");
            String name = path.substring(path.lastIndexOf('\\') + 1);
            return beside && !strings[WORKING_FOLDER].isBlank() ? strings[WORKING_FOLDER] + "\\" + name : path;
        }

        private void add(String target) {
            String plain = target.strip();
            if (!plain.isEmpty() && targets.stream().noneMatch(known -> isSame(known, plain))) {
                targets.add(plain);
            }
        }

        /** A path with a variable is held against another by its last name only. */
        private static boolean isSame(String one, String two) {
            String first = RegistryName.fold(one);
            String second = RegistryName.fold(two);
            boolean variable = first.indexOf('%') >= 0 || second.indexOf('%') >= 0;
            return first.equals(second) || variable && first.substring(first.lastIndexOf('\\') + 1)
                    .equals(second.substring(second.lastIndexOf('\\') + 1));
        }

        private List<FileStart> starts() {
            List<FileStart> starts = new ArrayList<>();
            String arguments = strings[ARGUMENTS].strip();
            for (String target : targets) {
                List<String> remarks = new ArrayList<>();
                if (!starts.isEmpty()) {
                    remarks.add("Another field of the same shortcut names this file; Explorer follows the first that works.");
                }
                if (strings[ARGUMENTS].length() > SHOWN_ARGUMENTS || strings[ARGUMENTS].length() - arguments.length() > PADDING) {
                    remarks.add("Its arguments are longer than Explorer shows, or begin or end with many blanks.");
                }
                if (has(HAS_DARWIN_ID)) {
                    remarks.add("Windows Installer advertises it and may install the program first.");
                }
                String raw = strings[WORKING_FOLDER].isBlank() ? "" : "in " + Limits.cut(strings[WORKING_FOLDER]);
                starts.add(FileStart.of("", command(target, arguments), new EntryDetails("", EntryState.ENABLED, raw, remarks)));
            }
            return starts;
        }

        private static String command(String target, String arguments) {
            boolean plain = ProgramName.isClassId(target) || target.indexOf('"') >= 0;
            String program = plain ? target : "\"" + target + "\"";
            return arguments.isEmpty() ? program : program + " " + arguments;
        }
    }
}
