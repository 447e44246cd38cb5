package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.DosLine;
import org.assay.startup.text.Limits;
import org.assay.startup.text.NamedPaths;
import org.assay.startup.text.TextFile;

/** A batch file of the command processors of DOS and Windows: every line that starts something or changes files. */
public final class BatchFile implements StartupFormat {

    /** A line that goes to another folder, where the commands below it are looked for. */
    private static final Pattern GOING = Pattern.compile("\\s*@?\\s*(cd|chdir|pushd)[\\s/\"]", Pattern.CASE_INSENSITIVE);
    private static final int MAX_FOLDER_COUNT = 8;

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public boolean reads(FormatPlace place) {
        return place.autostart().format().equals(name()) || place.isOpenedAs("bat") || place.isOpenedAs("cmd");
    }

    @Override
    public boolean startsItself(FormatPlace place) {
        return place.autostart().format().isEmpty();
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        List<FileStart> starts = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        for (String line : TextFile.lines(TextFile.windows(content, place.oem()))) {
            if (GOING.matcher(line).lookingAt() && folders.size() < MAX_FOLDER_COUNT) {
                NamedPaths.windows(line).stream().map(List::getFirst).forEach(folders::addFirst);
            }
            for (DosLine.Command command : DosLine.commands(line)) {
                if (starts.size() > Limits.MAX_COMMAND_COUNT) {
                    return FileStarts.of(starts);
                }
                Start start = command.internal() ? new Start.Decided(TargetOutcome.NONE)
                        : new Start.Names(command.text(), DataKind.COMMAND,
                                LaunchContext.USUAL.orIn(folders).orIn(List.of(place.folder())));
                starts.add(new FileStart(command.text(), command.text(), start, EntryDetails.NONE));
            }
        }
        return FileStarts.of(starts);
    }
}
