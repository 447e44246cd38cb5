package org.assay.startup.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;

/**
 * Something that stands inside a file and starts.
 *
 * @param label what to call it; empty to call it like the file
 * @param command the command as it would run
 * @param start how to find out what starts
 */
public record FileStart(String label, String command, Start start, EntryDetails details) {

    /** The same, with one more remark. */
    public FileStart remarking(String remark) {
        List<String> remarks = new ArrayList<>(details.remarks());
        remarks.add(remark);
        return new FileStart(label, command, start, new EntryDetails(details.user(), details.state(), details.raw(), remarks));
    }

    /** The same, told only where it leads to another file than what stands before it at the same place. */
    public FileStart otherwise() {
        return new FileStart(label, command, start instanceof Start.Names names ? new Start.Otherwise(names) : start, details);
    }

    /** The same, with {@code folders} as the working folders that are looked at first. */
    public FileStart firstIn(List<String> folders) {
        return around(context -> context.firstIn(folders));
    }

    /** The same, with programs looked for in {@code path}; where that is empty, as before. */
    public FileStart searching(List<String> path) {
        return around(context -> context.searched(path));
    }

    private FileStart around(UnaryOperator<LaunchContext> change) {
        return start instanceof Start.Names names ? new FileStart(label, command, new Start.Names(names.text(), names.kind(),
                change.apply(names.context())), details) : this;
    }

    /** A Unix file by its name, in which no character means anything to a shell. */
    public static FileStart ofWord(String name) {
        String bounded = Limits.cut(name);
        String quoted = "'" + bounded.replace("'", "'\\''") + "'";
        return new FileStart("", bounded, new Start.Names(quoted, DataKind.COMMAND, LaunchContext.USUAL), EntryDetails.NONE);
    }

    /** A command that the resolver reads, with {@code remarks} for whoever reads the entry. */
    public static FileStart of(String label, String command, String... remarks) {
        return of(label, command, new EntryDetails("", EntryState.ENABLED, "", List.of(remarks)));
    }

    /** A command that the resolver reads. */
    public static FileStart of(String label, String command, EntryDetails details) {
        return of(label, command, details, LaunchContext.USUAL);
    }

    /** A command that the resolver reads, with what it finds around it. */
    public static FileStart of(String label, String command, EntryDetails details, LaunchContext context) {
        String bounded = Limits.cut(command);
        return new FileStart(label, bounded, new Start.Names(bounded, DataKind.COMMAND, context), details);
    }
}
