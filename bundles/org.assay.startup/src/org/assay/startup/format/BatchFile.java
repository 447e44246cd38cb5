package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.DosLine;
import org.assay.startup.text.Limits;
import org.assay.startup.text.TextFile;

/** A batch file of the command processors of DOS and Windows: every line that starts something or changes files. */
public final class BatchFile implements StartupFormat {

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
        for (String line : TextFile.lines(TextFile.windows(content, place.oem()))) {
            for (DosLine.Command command : DosLine.commands(line)) {
                if (starts.size() > Limits.MAX_COMMAND_COUNT) {
                    return FileStarts.of(starts);
                }
                Start start = command.internal() ? new Start.Decided(TargetOutcome.NONE)
                        : new Start.Names(command.text(), DataKind.COMMAND, LaunchContext.USUAL);
                starts.add(new FileStart(command.text(), command.text(), start, EntryDetails.NONE));
            }
        }
        return FileStarts.of(starts);
    }
}
