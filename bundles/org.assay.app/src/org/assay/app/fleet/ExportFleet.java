package org.assay.app.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.Case;
import org.assay.app.Export;
import org.assay.app.ExportRemediation;
import org.assay.model.Progress;
import org.assay.model.change.Comparison;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.text.Visible;
import org.assay.remedy.CommonExport;
import org.assay.remedy.ExportContents;
import org.assay.remedy.RemediationExport;

/**
 * Writes the remediation of many hosts: one folder for each that something is decided on, as {@link ExportRemediation} does, and one with
 * the scripts that they have in common.
 *
 * @param group the only group that is meant; {@link #ALL} for every host
 * @param folder must be new or empty
 */
public record ExportFleet(String group, FleetArguments meant, Path folder, boolean withContent) {

    public static final String ALL = "ALL";
    /** The folder of what the hosts have in common. */
    public static final String COMMON = "common";

    public static final Argument<String> HOSTS = Argument.optional("hosts", "Hosts", "Export every host, or those of one group of the list:"
            + " one folder a host and one with the scripts that they have in common, whose steps do nothing where nothing is found.",
            "ALL|GROUP", new ArgumentType.Text());

    private static final Set<Decision> DONE = Set.of(Decision.QUARANTINE, Decision.REPAIR);

    /**
     * One host.
     *
     * @param export none where nothing is decided on it
     * @param why why there is none, a phrase
     */
    public record Row(String host, Optional<Export> export, String why) {
    }

    /**
     * What the hosts have in common.
     *
     * @param steps how many steps its scripts have
     * @param left how many distinct steps are in the folders of single hosts only
     */
    public record Common(Path folder, int steps, int left) {
    }

    /** @param common none where no host has an export */
    public record Outcome(List<Row> rows, Optional<Common> common) {
    }

    /** Exports one host after the other; fails when the folder holds anything already. */
    public Outcome run(Case openCase, Progress progress) {
        openCase.requireWritable();
        RemediationExport.requireNewOrEmpty(folder);
        FleetArguments hosts = group.equals(ALL) ? meant : ofGroup();
        Set<String> decided = openCase.tags().stream().filter(tag -> DONE.contains(tag.decision())).map(Tag::host)
                .collect(Collectors.toSet());
        List<Comparison> comparisons = openCase.comparisons();
        List<Row> rows = new ArrayList<>();
        List<ExportContents> contents = new ArrayList<>();
        for (HostPair pair : HostPair.of(openCase, hosts)) {
            progress.begin("exporting " + Visible.text(pair.host()));
            Optional<Comparison> latest = pair.latest(comparisons, hosts);
            if (latest.isEmpty() || !decided.contains(pair.host())) {
                rows.add(new Row(pair.host(), Optional.empty(), latest.isEmpty() ? "it is not compared" : "nothing is decided on it"));
                continue;
            }
            ExportRemediation export = new ExportRemediation(latest.get().id(), folder.resolve(folderName(rows.size() + 1, pair.host())),
                    withContent);
            ExportContents content = export.contents(openCase);
            contents.add(content);
            rows.add(new Row(pair.host(), Optional.of(export.write(openCase, content)), ""));
        }
        return new Outcome(List.copyOf(rows), contents.isEmpty() ? Optional.empty() : Optional.of(common(contents)));
    }

    private Common common(List<ExportContents> contents) {
        CommonExport.Outcome written = CommonExport.write(contents, folder.resolve(COMMON));
        return new Common(folder.resolve(COMMON), written.steps(), written.left());
    }

    private FleetArguments ofGroup() {
        FleetArguments.requireGroup(meant.groups(), group);
        return new FleetArguments(meant.baseline(), meant.groups(), Optional.of(group));
    }

    /** A name that every system takes, and that no two hosts have: host names are the evidence's. */
    private static String folderName(int number, String host) {
        String plain = host.replaceAll("[^A-Za-z0-9_-]", "_");
        return "%03d-%s".formatted(number, plain.substring(0, Math.min(plain.length(), 60)));
    }
}
