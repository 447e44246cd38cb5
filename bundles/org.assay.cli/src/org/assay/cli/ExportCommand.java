package org.assay.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.Export;
import org.assay.app.ExportRemediation;
import org.assay.app.ListChanges;
import org.assay.app.custody.SignExport;
import org.assay.app.fleet.ExportFleet;
import org.assay.app.fleet.FleetArguments;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.GapNotice;
import org.assay.cli.command.LineArguments;
import org.assay.cli.fleet.ExportedHosts;
import org.assay.cli.option.SigningOptions;
import org.assay.cli.output.Terminal;
import org.assay.model.text.Visible;

/** {@code assay export}: writes the remediation that follows from the tags. */
@Command(name = "export", description = "Write the remediation that follows from the tags into a new or empty folder; of many"
        + " hosts with --hosts.",
        footer = {"", "Example:", "  assay export -c outbreak --out remediation",
                "  assay export -c outbreak --hosts ALL --baseline 1 --out remediation"})
final class ExportCommand extends CommandOnCase {

    @Override
    protected void takeArguments(LineArguments line) {
        line.option(ListChanges.COMPARISON);
        line.option(ExportRemediation.FOLDER, "-o");
        line.option(ExportRemediation.WITH_CONTENT);
        line.option(ExportFleet.HOSTS);
        line.option(FleetArguments.BASELINE);
        line.option(FleetArguments.GROUPS);
    }

    @Option(names = "--sign", description = "Sign SHA256SUMS, and so all of the export, with the key that --keys and --key name.")
    private boolean sign;

    @Mixin
    private SigningOptions signing;

    @Override
    protected void check() {
        if (line().values().find(ExportFleet.HOSTS).isPresent() && (sign || line().values().find(ListChanges.COMPARISON).isPresent())) {
            throw line().refusal("--hosts exports the latest comparison of every host, each into a folder of its own: --comparison and"
                    + " --sign are for one.");
        }
    }

    @Override
    protected int run(Case openCase) {
        Optional<String> hosts = line().values().find(ExportFleet.HOSTS);
        if (hosts.isPresent()) {
            return ExportedHosts.run(assay(), openCase, new ExportFleet(hosts.get(), FleetArguments.of(line().values()),
                    line().values().get(ExportRemediation.FOLDER), line().values().get(ExportRemediation.WITH_CONTENT)));
        }
        Optional<char[]> password = sign ? Optional.of(signing.password()) : Optional.empty();
        password.ifPresent(secret -> signing.key().check(secret));
        Export export = new ExportRemediation(comparison(openCase), line().values().get(ExportRemediation.FOLDER),
                line().values().get(ExportRemediation.WITH_CONTENT)).run(openCase);
        print(assay().terminal(), export);
        password.ifPresent(secret -> assay().terminal().say("signed: " + new SignExport(export.files(), signing.key()).run(secret)));
        return ExitCode.OK;
    }

    static void print(Terminal terminal, Export export) {
        terminal.say(export.actions() + " actions and " + export.manualSteps() + " manual steps written:");
        written(export).forEach(line -> terminal.say("  " + Visible.text(line)));
        export.digest().ifPresent(digest -> terminal.say("digest of the case: " + digest.shortText()));
        terminal.say("end of the custody log: " + export.log().shortText());
        GapNotice.ofComparison(terminal, export.gaps());
    }

    /** The files that a person opens, and of each folder below, which holds content for scripts under its digests, how many. */
    private static List<String> written(Export export) {
        Map<Path, Long> below = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (Path file : export.files()) {
            if (file.getParent().equals(export.folder())) {
                lines.add(file.toString());
            } else {
                below.merge(file.getParent(), 1L, Long::sum);
            }
        }
        below.forEach((folder, count) -> lines.add(folder + File.separator + " (" + count + (count == 1 ? " file)" : " files)")));
        return lines;
    }
}
