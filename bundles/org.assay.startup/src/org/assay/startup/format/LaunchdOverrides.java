package org.assay.startup.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.StartupMatch;
import org.assay.startup.match.StartupMatch.Start;

/**
 * launchd's own record of the jobs that {@code launchctl} switched off or on: labels with a truth in {@code disabled.plist} since OS X
 * 10.10, labels with a table that holds {@code Disabled} in the {@code overrides.plist} before. It outweighs what a job says itself.
 */
public final class LaunchdOverrides implements StartupFormat {

    static final String FORMAT = "launchd-overrides";

    private static final String OFF = "disabled";

    @Override
    public String name() {
        return FORMAT;
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        try {
            List<FileStart> starts = new ArrayList<>();
            if (PropertyList.read(content) instanceof Node.Table labels) {
                for (Map.Entry<String, Node> entry : labels.entries().entrySet()) {
                    Node flag = entry.getValue() instanceof Node.Table table
                            ? table.entries().getOrDefault("Disabled", new Node.Text("false")) : entry.getValue();
                    starts.add(new FileStart(entry.getKey(), flag.shown().equals("true") ? OFF : "enabled",
                            new Start.Decided(TargetOutcome.NONE), EntryDetails.NONE));
                }
            }
            return FileStarts.of(starts);
        } catch (DamagedFile e) {
            return FileStarts.unread(e.getMessage());
        }
    }

    /** Marks the jobs among {@code found} that an override in the same tree switches off. */
    public static void apply(List<StartupMatch> found) {
        Set<String> off = new HashSet<>();
        found.stream().filter(each -> each.autostart().format().equals(FORMAT) && each.command().equals(OFF))
                .forEach(each -> off.add(key(each)));
        if (!off.isEmpty()) {
            found.replaceAll(each -> each.autostart().format().equals(LaunchdJob.FORMAT) && off.contains(key(each))
                    ? switchedOff(each) : each);
        }
    }

    private static String key(StartupMatch match) {
        return match.where().components().getFirst() + "\0" + match.label();
    }

    private static StartupMatch switchedOff(StartupMatch job) {
        List<String> remarks = new ArrayList<>(job.details().remarks());
        remarks.add("switched off by launchctl");
        return new StartupMatch(job.autostart(), job.where(), job.label(), job.command(), job.forms(), job.start(),
                new EntryDetails(job.details().user(), EntryState.DISABLED, job.details().raw(), remarks));
    }
}
