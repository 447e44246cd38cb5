package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.model.text.RegistryName;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;
import org.assay.startup.text.LittleEndian;
import org.assay.startup.text.NamedPaths;
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
    private static final long ITEMS = 0xa000000cL;
    private static final long KNOWN_FOLDER = 0xa000000bL;
    private static final long SPECIAL_FOLDER = 0xa0000005L;
    /** Blocks that name no program: the console, where the file was, the icon, the Installer's id, a layer ([MS-SHLLINK] 2.5). */
    private static final Set<Long> ASIDE = Set.of(0xa0000002L, 0xa0000003L, 0xa0000004L, 0xa0000006L, 0xa0000007L, 0xa0000008L);
    private static final int MAX_BLOCK_COUNT = 64;
    private static final int MAX_STRING_LENGTH = 260;
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
        LittleEndian link = LittleEndian.of(content, place.ansi());
        if (link.u32(0) != HEADER || !link.guid(4).equals(CLASS_ID)) {
            return FileStarts.unread("not a shell link: its header is not one");
        }
        FileStarts asWindows = new Link(link, place, MAX_STRING_LENGTH).read();
        FileStarts asWritten = new Link(link, place, Integer.MAX_VALUE).read();
        List<FileStart> starts = new ArrayList<>(asWindows.starts());
        asWritten.starts().stream().filter(start -> starts.stream().noneMatch(known -> known.command().equals(start.command())))
                .map(start -> start.remarking("A string of the shortcut is longer than Windows reads; this is what stands there for whoever"
                        + " goes by the format's description, and Windows starts something else.")).forEach(starts::add);
        return new FileStarts(starts, asWindows.problem());
    }

    /**
     * One shell link, read from its beginning to its end. Windows reads at most 260 units of the name, the relative path, the working
     * folder and the icon, whatever their length says, and goes on right behind them; of the arguments it reads all (EricZimmerman/Lnk
     * issue 22, Matmaus/LnkParse3 pull request 39, VirusTotal/yara-x issue 379).
     */
    private static final class Link {

        private final LittleEndian link;
        private final FormatPlace place;
        private final int longest;
        private final long flags;
        private final List<String> targets = new ArrayList<>();
        private final List<String> mentioned = new ArrayList<>();
        private final String[] strings = new String[STRINGS];

        private Link(LittleEndian link, FormatPlace place, int longest) {
            this.link = link;
            this.place = place;
            this.longest = longest;
            this.flags = link.u32(20);
        }

        private FileStarts read() {
            long at = HEADER;
            LittleEndian list = link.part(0, 0);
            if (has(HAS_ID_LIST)) {
                list = link.part(at + 2, link.u16(at));
                add(ShellItems.path(list));
                mention(list);
                at += 2L + link.u16(at);
            }
            if (has(HAS_LINK_INFO)) {
                add(LinkInfo.path(link.part(at, link.u32(at))));
                at += Math.max(4, link.u32(at));
            }
            int unit = has(IS_UNICODE) ? 2 : 1;
            for (int number = 0; number < STRINGS; number++) {
                strings[number] = "";
                if (has(1 << FIRST_STRING + number)) {
                    int length = number == ARGUMENTS ? link.u16(at) : Math.min(link.u16(at), longest);
                    strings[number] = unit == 2 ? link.utf16(at + 2, length) : link.ansi(at + 2, length);
                    at += 2 + (long) unit * length;
                }
            }
            blocks(at, list);
            if (targets.isEmpty()) {
                relative().forEach(this::add);
            }
            boolean cut = at > link.length();
            return targets.isEmpty() && mentioned.isEmpty()
                    ? FileStarts.unread(cut ? "the shell link is cut off" : "the shell link names no file")
                    : new FileStarts(starts(), cut ? Optional.of("the shell link is cut off") : Optional.empty());
        }

        private boolean has(int flag) {
            return (flags & flag) != 0;
        }

        /** Blocks behind the strings name the target with variables, by another item list, or below a folder that may have moved. */
        private void blocks(long from, LittleEndian list) {
            long at = from;
            for (int count = 0; count < MAX_BLOCK_COUNT && link.u32(at) >= 8; count++) {
                LittleEndian block = link.part(at, link.u32(at));
                long kind = block.u32(4);
                if (kind == ENVIRONMENT && block.length() >= ENVIRONMENT_SIZE) {
                    add(block.utf16(8 + 260, 260));
                    add(block.ansi(8, 260));
                } else if (kind == ITEMS) {
                    add(ShellItems.path(block.part(8, block.length())));
                } else if (kind == KNOWN_FOLDER) {
                    KnownFolders.path(block.guid(8)).ifPresent(folder -> below(folder, list, block.u32(24)));
                } else if (kind == SPECIAL_FOLDER) {
                    KnownFolders.path(block.u32(8)).ifPresent(folder -> below(folder, list, block.u32(12)));
                } else if (!ASIDE.contains(kind)) {
                    mention(block);
                }
                at += link.u32(at);
            }
        }

        /** Paths in what is not understood: items of the control panel, a store of properties, blocks nobody described. */
        private void mention(LittleEndian part) {
            for (int shift = 0; shift < 2; shift++) {
                NamedPaths.windows(part.wideText(shift)).stream().map(List::getFirst).filter(path -> !mentioned.contains(path))
                        .limit(MAX_BLOCK_COUNT).forEach(mentioned::add);
            }
        }

        /** The items of the list from {@code offset} on stand below {@code folder}, wherever that is by now. */
        private void below(String folder, LittleEndian list, long offset) {
            String rest = ShellItems.path(list.part(offset, list.length()));
            if (offset > 0 && !rest.isEmpty() && !ProgramName.isClassId(rest) && rest.indexOf(':') < 0) {
                add(folder + "\\" + rest);
            }
        }

        /** The last resort: relative to where the shortcut lies, or to the working folder. */
        private List<String> relative() {
            String path = strings[RELATIVE_PATH];
            boolean beside = path.startsWith(".\\") || path.startsWith("..\\");
            String name = path.substring(path.lastIndexOf('\\') + 1);
            List<String> all = new ArrayList<>();
            if (beside && !strings[WORKING_FOLDER].isBlank()) {
                all.add(strings[WORKING_FOLDER] + "\\" + name);
            }
            boolean rooted = path.startsWith("\\") || path.indexOf(':') == 1;
            if (!path.isBlank()) {
                all.addFirst(rooted ? path : place.folder() + "\\" + path);
            }
            return all;
        }

        private void add(String target) {
            String plain = target.strip();
            if (!plain.isEmpty() && targets.stream().noneMatch(known -> isSame(known, plain))) {
                targets.add(plain);
            }
        }

        /** Whether they are spelled alike; one with a variable may still be the same file, which whoever looks for it sees. */
        private static boolean isSame(String one, String two) {
            String first = RegistryName.fold(one);
            String second = RegistryName.fold(two);
            return first.equals(second);
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
                String command = command(target, arguments);
                place.ansi().remark(has(IS_UNICODE) ? "" : command).ifPresent(remarks::add);
                FileStart start = FileStart.of("", command, new EntryDetails("", EntryState.ENABLED, raw, remarks),
                        LaunchContext.in(strings[WORKING_FOLDER]).orIn(List.of(place.folder())));
                starts.add(starts.isEmpty() ? start : start.otherwise());
            }
            mentioned.forEach(path -> starts.add(new FileStart("", path, new Start.Mentions(path), EntryDetails.NONE)));
            return starts;
        }

        private static String command(String target, String arguments) {
            boolean plain = ProgramName.isClassId(target) || target.indexOf('"') >= 0;
            String program = plain ? target : "\"" + target + "\"";
            return arguments.isEmpty() ? program : program + " " + arguments;
        }
    }
}
