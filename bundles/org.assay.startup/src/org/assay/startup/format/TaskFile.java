package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.text.Limits;

/** A scheduled task's file since Windows Vista, which is XML ([MS-TSCH] 2.5); {@link JobFile} reads those before. */
public final class TaskFile implements StartupFormat {

    /** What a catalogue calls the files of tasks, old and new. */
    public static final String FORMAT = "task";

    @Override
    public String name() {
        return FORMAT;
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        return switch (XmlFile.read(content)) {
            case XmlFile.Outcome.Unread unread -> FileStarts.unread("not a scheduled task: " + unread.problem());
            case XmlFile.Outcome.Read read when read.root().name().equals("Task") -> task(read.root());
            case XmlFile.Outcome.Read _ -> FileStarts.unread("not a scheduled task: its XML is about something else");
        };
    }

    private static FileStarts task(XmlElement task) {
        List<FileStart> starts = new ArrayList<>();
        List<XmlElement> actions = task.at("Actions").map(XmlElement::children).orElse(List.of());
        for (XmlElement action : actions.subList(0, Math.min(actions.size(), Limits.MAX_COMMAND_COUNT))) {
            String command = switch (action.name()) {
                case "Exec" -> TaskCommand.of(action.textAt("Command"), action.textAt("Arguments"));
                case "ComHandler" -> action.textAt("ClassId");
                default -> "";
            };
            String raw = action.name().equals("ComHandler") ? action.textAt("Data") : TaskCommand.folder(action.textAt("WorkingDirectory"));
            if (!command.isBlank()) {
                starts.add(FileStart.of("", command, details(task, raw), LaunchContext.in(action.textAt("WorkingDirectory"))));
            }
        }
        return starts.isEmpty() ? FileStarts.unread("this task has no action that starts a program") : FileStarts.of(starts);
    }

    private static EntryDetails details(XmlElement task, String raw) {
        String user = task.at("Principals", "Principal").map(principal -> principal.textAt("UserId").isEmpty()
                ? principal.textAt("GroupId") : principal.textAt("UserId")).orElse("");
        boolean disabled = task.textAt("Settings", "Enabled").equalsIgnoreCase("false");
        List<String> remarks = new ArrayList<>();
        String when = TaskTriggers.words(task);
        remarks.add(when.isEmpty() ? "It has no trigger of its own." : "It starts " + when + ".");
        if (task.textAt("Principals", "Principal", "RunLevel").equals("HighestAvailable")) {
            remarks.add("It runs with the highest rights that its user has.");
        }
        if (task.textAt("Settings", "Hidden").equalsIgnoreCase("true")) {
            remarks.add("The task is marked hidden.");
        }
        return new EntryDetails(user, disabled ? EntryState.DISABLED : EntryState.ENABLED, raw, remarks);
    }
}
