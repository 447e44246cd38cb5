package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.Limits;
import org.assay.startup.text.LittleEndian;

/**
 * The actions of a scheduled task as {@code TaskCache\Tasks\<id>\Actions} keeps them: a version, from version 2 on the context, then the
 * actions one behind the other, each a mark, an id and its strings; a string is its length in bytes and its UTF-16 units. The format is
 * not documented by Microsoft; these facts are from the research that GDATA published with "winreg-tasks".
 */
public final class TaskActions implements StartupFormat {

    private static final int EXECUTE = 0x6666;
    private static final int COM_HANDLER = 0x7777;
    private static final int EMAIL = 0x8888;
    private static final int MESSAGE = 0x9999;
    private static final int EMAIL_STRINGS = 8;
    private static final int MAX_ACTION_COUNT = 64;

    @Override
    public String name() {
        return "task-actions";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        return new Reading(LittleEndian.of(content)).read();
    }

    /** Where in the actions the reader stands. */
    private static final class Reading {

        private final LittleEndian data;
        private final int version;
        private long at = 2;
        private boolean damaged;

        private Reading(LittleEndian data) {
            this.data = data;
            this.version = data.u16(0);
        }

        private FileStarts read() {
            if (version < 1 || version > 3) {
                return FileStarts.unread("the task's actions are of the unknown version " + version);
            }
            if (version > 1) {
                string();
            }
            List<FileStart> starts = new ArrayList<>();
            Optional<String> problem = Optional.empty();
            while (problem.isEmpty() && !damaged && at < data.length() && starts.size() < MAX_ACTION_COUNT) {
                problem = action(starts);
            }
            return new FileStarts(starts, damaged ? Optional.of("the task's actions are cut off") : problem);
        }

        private Optional<String> action(List<FileStart> starts) {
            int kind = data.u16(at);
            at += 2;
            string();
            switch (kind) {
                case EXECUTE -> {
                    String command = TaskCommand.of(string(), string());
                    String folder = TaskCommand.folder(string());
                    at += version == 3 ? 2 : 0;
                    add(starts, command, folder);
                }
                case COM_HANDLER -> {
                    String id = data.guid(at);
                    at += 16;
                    add(starts, id, string());
                }
                case MESSAGE -> {
                    string();
                    string();
                }
                case EMAIL -> {
                    for (int number = 0; number < EMAIL_STRINGS; number++) {
                        string();
                    }
                    return Optional.of("the task's actions have an e-mail action, and what follows it is not read");
                }
                default -> {
                    return Optional.of("the task's actions have an unknown one, 0x" + Integer.toHexString(kind));
                }
            }
            return Optional.empty();
        }

        private void add(List<FileStart> starts, String command, String raw) {
            if (!damaged && !command.isBlank()) {
                starts.add(FileStart.of("", command, new EntryDetails("", EntryState.ENABLED, raw, List.of())));
            }
        }

        private String string() {
            long length = data.u32(at);
            damaged |= !data.holds(at + 4, length);
            String text = damaged ? "" : data.utf16(at + 4, Math.min(length / 2, Limits.MAX_TEXT_LENGTH));
            at += damaged ? 0 : 4 + length;
            return text;
        }
    }
}
