package org.assay.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.casefile.CaseDigest;
import org.assay.model.change.Decision;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;
import org.assay.registry.reg.RegFormat;
import org.assay.remedy.FileTrees.Tree;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Action.ManualStep;

/** Writes {@code README.txt}, what the remediation team does, in order. Lines end in CR LF, for old Windows shows no others. */
final class ReadmeText {

    /** Keys that say how programs start: while one of them is a worm's, the registry editor starts through the worm. */
    private static final Set<String> PROGRAMS = Set.of(".exe", "exefile", ".com", "comfile", ".scr", "scrfile", ".pif", "piffile",
            ".bat", "batfile", ".cmd", "cmdfile");

    private final ExportContents contents;
    private final Routing work;
    private final GoldCopies gold;
    private final Indicators indicators;
    private final StringBuilder text = new StringBuilder();

    private ReadmeText(ExportContents contents, Routing work, GoldCopies gold, Indicators indicators) {
        this.contents = contents;
        this.work = work;
        this.gold = gold;
        this.indicators = indicators;
    }

    static String of(ExportContents contents, Routing work, GoldCopies gold, Indicators indicators) {
        ReadmeText readme = new ReadmeText(contents, work, gold, indicators);
        readme.head();
        readme.backUp();
        readme.repairRegistry();
        readme.files();
        readme.manualSteps();
        readme.verify();
        readme.open();
        return readme.text.toString().replace("\n", "\r\n");
    }

    private void head() {
        line("Assay remediation export");
        line("========================");
        line("");
        snapshot("Baseline:", contents.baseline());
        snapshot("Suspect: ", contents.suspect());
        line("Comparison " + contents.comparison().id() + " of " + contents.comparison().compared() + ": "
                + (contents.changes().isEmpty() ? "no changes" : ReportText.counts(contents.comparison())) + ".");
        line("Decisions: " + ReportText.decisions(contents.changes()) + ".");
        contents.digest().ifPresent(this::digest);
        ReportText.basis(contents).forEach(remark -> line("Remark: " + remark + "."));
        contents.caseRemarks().forEach(remark -> line("Remark: " + remark + "."));
        line("");
        if (ReportText.isIncomplete(contents)) {
            line("NOT EVERYTHING COULD BE READ. The baseline has " + contents.unreadInBaseline().size() + " gaps and is "
                    + ReportText.lower(contents.baseline().state()) + ", the suspect has " + contents.unreadInSuspect().size() + " and is "
                    + ReportText.lower(contents.suspect().state()) + ".");
            line("What lies in a gap is not known to be clean. report.html lists the gaps.");
            line("");
        }
        if (!contents.notCompared().isEmpty()) {
            line("NOT EVERYTHING WAS COMPARED, for the two snapshots were not asked for the same:");
            contents.notCompared().forEach(gap -> line("- " + gap.detail()));
            line("Nothing here says what is new or gone there.");
            line("");
        }
        line("Every name and value here comes from the examined machine and may have been chosen by an attacker. Characters that do");
        line("not show are spelled out, such as \\n or \\u{202e}; changes.json has the exact names. Never copy a name into a command");
        line("line.");
        line("Check that the files are the ones that were written: sha256sum -c SHA256SUMS");
        line("");
        line("report.html explains everything for people; plan.json has every step with its reason and how it is undone; changes.json and");
        line("changes.csv are for programs and spreadsheets.");
        indicators();
        line("");
        line("Do this, in this order");
        line("----------------------");
        line("");
    }

    private void indicators() {
        if (!indicators.all().isEmpty()) {
            line("The folder indicators is for searching other machines: stix.json for programs that read STIX 2.1, sigma.yml for logs"
                    + (Sha256List.hasAny(indicators) ? "," : "."));
            if (Sha256List.hasAny(indicators)) {
                line("sha256.txt for those that take a list of digests, files.yar for YARA.");
            }
            line("Read them before you pass them on: they name places of this machine.");
        }
        if (!indicators.without().isEmpty()) {
            line("By these changes no other machine can be searched: "
                    + indicators.without().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
        }
    }

    private void digest(CaseDigest digest) {
        line("Digest of the case: " + digest.shortText());
        line("  (SHA-256 " + digest.hex() + ")");
        line("Write it down: 'assay case verify CASE --digest ...' tells later whether the case is still the one this was made from.");
    }

    private void snapshot(String what, Snapshot snapshot) {
        line(what + " snapshot " + snapshot.id() + " of " + Visible.text(snapshot.host())
                + (snapshot.label().isEmpty() ? "" : " (" + Visible.text(snapshot.label()) + ")") + ", "
                + ReportText.lower(snapshot.state()) + ", " + snapshot.started() + ", digest " + snapshot.digest().map(Bytes::hex)
                        .orElse("none"));
    }

    private void backUp() {
        line("1. Back up the machine: its registry, and the files named here, or its whole disk. Disconnect it from the network.");
        line("");
    }

    private void repairRegistry() {
        if (work.registry().isEmpty()) {
            line("2. There is no repair.reg: nothing in the registry is restored or removed by an import.");
        } else {
            line("2. The registry: " + count(Action.RestoreKey.class, Action.RestoreValue.class) + " restored, "
                    + count(Action.RemoveKey.class, Action.RemoveValue.class) + " removed.");
            guarded();
            line("   " + (work.guardedRegistrySteps() == 0 ? "Import" : "Where remedy.cmd cannot do that, import")
                    + " repair.reg on the machine (regedit, or reg import). An import does not look at what is there.");
            line(RepairFile.fits(work.imported(), RegFormat.REGEDIT4)
                    ? "   Windows 95, 98, ME and NT 4 cannot read it: import repair-regedit4.reg there, which does the same."
                    : "   Windows 95, 98, ME and NT 4 cannot read it, nor hold its texts in a file that they can: work by hand there.");
        }
        undoNotes();
        importNotes();
        if (work.manualRegistrySteps() > 0) {
            line("   Then do the manual steps " + range(1, work.manualRegistrySteps())
                    + " below: they are about the registry and come before any file is moved.");
        }
        if (!work.registry().isEmpty() || work.manualRegistrySteps() > 0) {
            line("   Restart the machine, so that programs started from the old registry are no longer running. Only then continue.");
        }
        line("");
    }

    private void guarded() {
        if (work.guardedRegistrySteps() > 0) {
            line("   remedy.cmd (see 3) does " + work.guardedRegistrySteps() + " of these " + work.registry().size()
                    + " steps, each only if type and data are as they were judged. It runs on");
            line("   Windows XP and later, as administrator, where ROOT is the drive of the running system, and does them before");
            line("   any file.");
        }
    }

    private void undoNotes() {
        if (work.registry().isEmpty()) {
            return;
        }
        line("   undo.reg takes the import back; keys that were made stay, empty.");
        List<Integer> incomplete = UndoFile.incomplete(work.imported());
        if (!incomplete.isEmpty()) {
            line("   It cannot hold all that these removals take away, so keep a backup of the hive: change "
                    + incomplete.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
        }
    }

    private void importNotes() {
        if (anyRegistry(ReadmeText::startsPrograms)) {
            line("   How programs start is being repaired. If no program can be started before that, and on Windows 95, 98 and ME in any");
            line("   case: copy regedit.exe to regedit.com in the Windows folder first, and import with regedit.com.");
        }
        if (anyRegistry(location -> location.components().getFirst().equals("HKCU"))) {
            line("   HKEY_CURRENT_USER is whoever imports: log on as the user who was examined.");
        }
        if (anyRegistry(LiveRegistry::needsLogon)) {
            line("   HKEY_USERS has a user's keys only while that user is logged on, or while the hive is loaded under the user's SID.");
        }
        String unended = work.imported().stream().filter(ReadmeText::lacksTerminator).map(action -> String.valueOf(action.change()))
                .collect(Collectors.joining(", "));
        if (!unended.isEmpty()) {
            line("   The import ends these texts with a NUL that the baseline does not have, so they will still show as modified: change "
                    + unended + ".");
        }
    }

    private void files() {
        if (work.shell().isEmpty()) {
            line("3. There is no remedy.sh: nothing is done to files by a script.");
            batchPreview();
            line(work.guarded().isEmpty() ? "4. Nothing to apply."
                    : "4. Apply: the same command with /apply at its end; /undo takes it back.");
            offline();
            line("");
            return;
        }
        List<Tree> trees = FileTrees.of(work.shell());
        line("3. Preview what is done about files, " + work.shell().size() + " steps. The script checks everything and changes nothing:");
        line("     sh remedy.sh " + (trees.size() == 1 ? "ROOT" : "--tree NAME=ROOT ".repeat(trees.size()).strip()) + " QUARANTINE");
        line("   ROOT is where the tree is mounted, / for a running system; QUARANTINE is a folder for the files, outside of the tree if");
        line("   possible. The trees: " + trees.stream().map(ReadmeText::shown).collect(Collectors.joining(", ")) + ".");
        gold();
        batchPreview();
        line("   Read what is not done, and why.");
        line("4. Apply: the same command with --apply first (remedy.cmd: with /apply at its end). Exit code 0 means that everything");
        line("   was done. The log is remedy-log.txt in QUARANTINE. --undo (/undo) takes it back.");
        offline();
        line("");
    }

    private void offline() {
        if (!work.offline().isEmpty()) {
            line("   On the mounted disk of a machine that does not run Assay does " + work.offline().size()
                    + " steps itself, those in the registry too:");
            line("     assay remedy offline --tree NAME=ROOT --quarantine QUARANTINE EXPORT");
            line("   EXPORT is this folder. It is a preview, too, until --apply is given, and --undo takes it back.");
        }
    }

    private void gold() {
        if (!gold.carried().isEmpty()) {
            line("   What the baseline has is put back from the folder gold beside the script: the content of "
                    + files(gold.carried().size()) + ".");
        }
        if (!gold.missing().isEmpty()) {
            line("   The content of " + files(gold.missing().size()) + " is not in this export. Name a folder with the baseline's files by"
                    + " --gold DIR: named by");
            line("   their SHA-256, or as they lie in the tree, such as the mounted gold image. Only what has the right SHA-256 is taken.");
        }
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    private void batchPreview() {
        int steps = work.guarded().size() + work.batch().size();
        if (steps > 0) {
            List<String> kinds = new ArrayList<>();
            if (work.batchStops() > 0) {
                kinds.add(work.batchStops() + " that stop what runs");
            }
            if (work.guardedRegistrySteps() > 0) {
                kinds.add(work.guardedRegistrySteps() + " in the registry");
            }
            kinds.add(steps - work.batchStops() - work.guardedRegistrySteps() + " about files");
            line("   On Windows itself, as administrator, these steps: " + String.join(", ", kinds) + ".");
            line("     remedy.cmd ROOT QUARANTINE" + (FileTrees.of(work.batch()).size() > 1 ? " /tree N, once for each tree" : ""));
            line("   ROOT is C:\\ or the like. Files need certutil.exe of Windows 7 or later.");
            line("   A file in use goes when Windows starts again: run it once more then, and it looks whether the file went.");
            if (work.batchStops() > 0) {
                line("   Services and tasks that the baseline does not have are stopped first, and what else runs a file that is moved.");
            }
        }
        if (!work.notInBatch().isEmpty()) {
            line("   remedy.cmd does not do these steps of plan.json, which remedy.sh or repair.reg does: "
                    + work.notInBatch().keySet().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String shown(Tree tree) {
        return tree.name().isEmpty() ? "one without a name" : '"' + Ascii.visible(tree.name()) + '"';
    }

    private void manualSteps() {
        List<ManualStep> manual = work.manual();
        if (manual.isEmpty()) {
            line("5. There are no manual steps.");
            line("");
            return;
        }
        line("5. Do the manual steps. Names are shown here, not spelled exactly; changes.json has them under the number of the change.");
        line("");
        for (int at = 0; at < manual.size(); at++) {
            ManualStep step = manual.get(at);
            line("   M" + (at + 1) + "  change " + step.change() + (step.location().space().isFile() ? "" : " (registry)"));
            line("       " + step.location().text());
            line("       " + step.why());
            step.steps().forEach(one -> line("       - " + one));
            line("");
        }
    }

    private void verify() {
        line("6. Capture the machine again with --role verification, and run 'assay verify-remediation --comparison "
                + contents.comparison().id() + "'. It says of");
        line("   every decision whether it is resolved, and what is new since. 'assay remedy log' reads the log of remedy.sh.");
        line("");
    }

    private void open() {
        long investigate = ReportText.with(Decision.INVESTIGATE, contents.changes());
        long untagged = ReportText.untagged(contents.changes());
        if (investigate + untagged > 0) {
            line("Still open: " + investigate + " changes to investigate and " + untagged
                    + " without a decision. Nothing here touches them; report.html counts them.");
        } else {
            line("Nothing is open: every change has a decision.");
        }
    }

    private boolean anyRegistry(Predicate<Location> what) {
        return Stream.concat(work.imported().stream(), work.manual().stream().limit(work.manualRegistrySteps()))
                .map(Action::location).anyMatch(what);
    }

    private long count(Class<?> one, Class<?> other) {
        return work.imported().stream().filter(action -> one.isInstance(action) || other.isInstance(action)).count();
    }

    private static boolean startsPrograms(Location location) {
        return location.components().stream().anyMatch(name -> PROGRAMS.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean lacksTerminator(Action action) {
        if (!(action instanceof Action.RestoreValue(int _, ValueItem value, _)) || !ValueType.isText(value.type())) {
            return false;
        }
        int length = value.data().length();
        return length > 0 && (length % 2 == 1 || value.data().unsignedAt(length - 1) != 0 || value.data().unsignedAt(length - 2) != 0);
    }

    private static String range(int first, int last) {
        return first == last ? "M" + first : "M" + first + " to M" + last;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
