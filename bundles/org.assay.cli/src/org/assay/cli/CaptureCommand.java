package org.assay.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.CaptureSnapshot;
import org.assay.app.Case;
import org.assay.app.GapSentences;
import org.assay.app.ResumeCapture;
import org.assay.app.custody.SealSnapshots;
import org.assay.cli.amount.Sizes;
import org.assay.app.fleet.CaptureHosts;
import org.assay.app.fleet.HostList;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.GapNotice;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;
import org.assay.cli.fleet.CapturedHosts;
import org.assay.cli.option.FormatOption;
import org.assay.cli.option.SigningOptions;
import org.assay.cli.output.Terminal;
import org.assay.model.snapshot.Coverage;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Visible;

/** {@code assay capture}: reads evidence into a new snapshot. */
@Command(name = "capture", description = "Capture evidence of one host into a new snapshot of the case.",
        footer = {"", "Example:",
                "  assay capture -c outbreak --host PC17 --role suspect --tree C=/mnt/pc17 --reg pc17-hklm.reg",
                "  assay capture -c outbreak --host PC17 --role baseline --hive HKCU=gold/NTUSER.DAT",
                "  assay capture -c outbreak --hosts hosts.csv --role suspect", "  assay capture -c outbreak --resume"})
final class CaptureCommand extends CommandOnCase {

    /** Of {@code --resume}: the latest snapshot that can be resumed. */
    private static final String LATEST = "";

    /** Options that go with {@code --resume}. */
    private static final Set<String> WITH_RESUME = Set.of("--resume", "--case", "--wait", "--as", "--seal", "--keys", "--key",
            "--password-file", "--password-fd");

    @Option(names = "--resume", arity = "0..1", fallbackValue = LATEST, paramLabel = "SNAPSHOT",
            description = "Resume a capture that was killed, cancelled or failed, by default the latest: its evidence"
                    + " and options are used again, and files that are stored and were not touched since are not hashed again."
                    + " Resuming a snapshot with gaps creates a new one.")
    private Optional<String> resumed;

    @Option(names = "--seal", description = "Seal the snapshot when it is captured, as 'assay seal' does.")
    private boolean seal;

    @Mixin
    private SigningOptions signing;

    @Option(names = "--hosts", paramLabel = "FILE", description = "Capture every host of a list, one after the other, with a line of result"
            + " each; a host that fails does not stop the others. The list is a table with commas or, as FILE.toml, of [[host]]; its"
            + " columns are host, group, and what else is called as the options here, which hold for every host that says nothing else."
            + " Several values have semicolons between them.")
    private Optional<Path> hosts;

    @Mixin
    private FormatOption format;

    @Override
    protected void takeArguments(LineArguments line) {
        line.options(CaptureSnapshot.ARGUMENTS);
        line.options(List.of(CaptureSnapshot.SINCE, CaptureSnapshot.TRUST_TIMES));
    }

    @Override
    protected void check() {
        if (resumed.isPresent()) {
            checkResumed(resumed.get());
            return;
        }
        if (hosts.isPresent()) {
            checkHosts();
            return;
        }
        line().require(CaptureSnapshot.ARGUMENTS);
        CaptureSnapshot.problem(line().values()).ifPresent(sentence -> {
            throw line().refusal(sentence);
        });
    }

    private void checkHosts() {
        if (seal || line().given().contains("--" + CaptureSnapshot.HOST.name())) {
            throw line().refusal("--hosts goes with neither --host nor --seal: 'assay seal' seals several snapshots at once");
        }
        if (line().given().contains("--" + CaptureSnapshot.SINCE.name())) {
            throw line().refusal("--hosts does not go with --since, which is a snapshot of one host");
        }
    }

    private void checkResumed(String number) {
        if (!number.matches("[0-9]{0,18}")) {
            throw line().refusal("--resume takes the number of a snapshot, not " + number);
        }
        List<String> other = line().given().stream().filter(name -> !WITH_RESUME.contains(name)).toList();
        if (!other.isEmpty()) {
            throw line().refusal("a resumed capture keeps its evidence and options: leave out "
                    + String.join(", ", other));
        }
    }

    @Override
    protected int run(Case openCase) {
        if (hosts.isPresent()) {
            return captureHosts(openCase, HostList.read(hosts.get()));
        }
        Optional<char[]> password = seal ? Optional.of(signing.password()) : Optional.empty();
        password.ifPresent(secret -> signing.key().check(secret));
        Snapshot snapshot;
        try (Watch watch = assay().watch()) {
            snapshot = resumed.isPresent() ? resume(openCase, resumed.get()).run(openCase, watch.progress())
                    : captured(openCase, watch);
        }
        assay().stored("Snapshot " + snapshot.id() + " is stored: assay snapshots " + snapshot.id() + " tells of it.");
        report(openCase, snapshot);
        password.ifPresent(secret -> seal(openCase, snapshot, secret));
        return snapshot.state() == SnapshotState.COMPLETE ? ExitCode.OK
                : snapshot.state() == SnapshotState.PARTIAL ? ExitCode.GAPS : ExitCode.FAILED;
    }

    private Snapshot captured(Case openCase, Watch watch) {
        CaptureSnapshot capture = CaptureSnapshot.of(line().values());
        Optional<Long> since = line().values().find(CaptureSnapshot.SINCE);
        return since.isPresent() ? capture.runSince(openCase, since.get(), line().values().get(CaptureSnapshot.TRUST_TIMES),
                watch.progress()) : capture.run(openCase, watch.progress());
    }

    private int captureHosts(Case openCase, HostList list) {
        List<CaptureHosts.Row> rows;
        try (Watch watch = assay().watch()) {
            rows = new CaptureHosts(list, line().values()).run(openCase, watch.progress());
        }
        assay().stored("Of " + rows.size() + " hosts the snapshots are stored: assay snapshots lists them.");
        return CapturedHosts.print(assay().terminal(), format, rows);
    }

    private void seal(Case openCase, Snapshot snapshot, char[] password) {
        if (snapshot.state().isWhole()) {
            new SealSnapshots(List.of(snapshot.id()), signing.key()).run(openCase, password)
                    .forEach(sealed -> SealCommand.say(assay().terminal(), sealed));
        } else {
            assay().terminal().warn("  not sealed: only a snapshot whose capture ended can be; resume it with --seal");
        }
    }

    private ResumeCapture resume(Case openCase, String number) {
        return number.equals(LATEST) ? ResumeCapture.latest(openCase)
                : new ResumeCapture(Long.parseLong(number));
    }

    private void report(Case openCase, Snapshot snapshot) {
        Terminal terminal = assay().terminal();
        Coverage coverage = snapshot.coverage();
        terminal.say("snapshot " + snapshot.id() + " of " + Visible.text(snapshot.host()) + ": " + snapshot.state() + ", "
                + String.format(Locale.ROOT, "%,d", coverage.items()) + " items, " + Sizes.text(coverage.hashedBytes()) + " hashed, "
                + coverage.gaps() + " gaps" + GapSentences.reasons(coverage.gapsByReason()));
        snapshot.attempts().getLast().reading().filter(reading -> reading.earlierFiles() > 0).ifPresent(reading -> terminal.say(
                "  of these " + String.format(Locale.ROOT, "%,d", reading.earlierFiles()) + " files, " + Sizes.text(reading.earlierBytes())
                        + ", were hashed before and not touched since"));
        long found = snapshot.sources().stream().filter(source -> source.path().isEmpty()).count();
        if (found > 0) {
            terminal.say("  with " + found + " registry hives found in the trees");
        }
        GapNotice.afterCapture(terminal, openCase, snapshot);
        GapSentences.ofUnfinished(snapshot).ifPresent(lacks -> terminal.warn("  " + lacks));
        GapNotice.ofResuming(terminal, snapshot);
    }
}
