package org.assay.ui.work;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.assay.app.CaptureSnapshot;
import org.assay.app.Case;
import org.assay.app.ChangeSelection;
import org.assay.app.CompareSnapshots;
import org.assay.app.DescribeSnapshot;
import org.assay.app.Export;
import org.assay.app.ExportRemediation;
import org.assay.app.ListChanges;
import org.assay.app.ListLeads;
import org.assay.app.RemoveTags;
import org.assay.app.ResumeCapture;
import org.assay.app.RunDemo;
import org.assay.app.TagChanges;
import org.assay.app.Verified;
import org.assay.app.VerifyCase;
import org.assay.app.VerifyRemediation;
import org.assay.app.VerifySnapshot;
import org.assay.app.edit.RemoveSnapshot;
import org.assay.app.edit.RenameHost;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;
import org.assay.model.casefile.OwnerOnly;
import org.assay.model.change.Comparison;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;
import org.eclipse.core.runtime.jobs.Job;

/** Runs the use cases as jobs and puts into the {@link OpenCase} what they give. Called on the user interface's thread. */
public final class CaseWork {

    /** Where the sample case is made. */
    public static final Path SAMPLE = Path.of(System.getProperty("user.home"), "assay-demo");

    private static final Set<OpenOption> MADE_OR_REPLACED = Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);

    private final OpenCase openCase;
    private final Executor ui;
    private final Settings settings;
    private long requested;

    /**
     * @param ui runs what it is given on the user interface's thread, later and in order
     * @param settings say in whose name decisions are recorded
     */
    public CaseWork(OpenCase openCase, Executor ui, Settings settings) {
        this.openCase = openCase;
        this.ui = ui;
        this.settings = settings;
    }

    private record Opened(Case opened, CaseContents contents) {
    }

    public Job open(Path file) {
        return visible(Texts.of("job.open", file.getFileName()), CaseRule.Use.REPLACING, _ -> read(opened(file)), this::replace);
    }

    public Job create(Path file) {
        return visible(Texts.of("job.create", file.getFileName()), CaseRule.Use.REPLACING,
                _ -> read(Case.create(file, settings.examiner())), this::replace);
    }

    /** Opens the sample case in this folder, which is made first when there is none. */
    public Job sample(Path folder) {
        return visible(Texts.of("job.sample"), CaseRule.Use.REPLACING,
                progress -> read(opened(RunDemo.made(folder).orElseGet(() -> new RunDemo(folder).run(progress).caseFile()))),
                this::replace);
    }

    private Case opened(Path file) {
        return Case.open(file, CaseWait.SILENT, settings.examiner());
    }

    private String analyst() {
        return settings.examiner().isEmpty() ? System.getProperty("user.name", "analyst") : settings.examiner();
    }

    private static Opened read(Case opened) {
        try {
            return new Opened(opened, CaseContents.of(opened));
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void replace(Opened opened) {
        Optional<Case> before = openCase.current();
        openCase.open(Optional.of(opened.opened()), opened.contents());
        opened.opened().latestComparison().ifPresent(latest -> show(opened.opened(), latest.id()));
        before.ifPresent(old -> hidden(Texts.of("job.close"), CaseRule.Use.REPLACING, _ -> {
            old.close();
            return old;
        }, _ -> { }));
    }

    public Job capture(Case current, CaptureSnapshot request) {
        return visible(Texts.of("job.capture", DisplayText.line(request.host())), CaseRule.Use.SHARED, progress -> {
            try {
                return request.run(current, progress);
            } finally {
                readAgain(current);
            }
        }, _ -> { });
    }

    /** Resumes a capture that was interrupted or had gaps, and turns the details to what came of it. */
    public Job resume(Case current, ShownSnapshot broken) {
        openCase.show(new ShownSnapshot(broken.sheet().resumed(), broken.ofCase(), Optional.empty()));
        return visible(Texts.of("job.resume", String.valueOf(broken.id())), CaseRule.Use.SHARED, progress -> {
            try {
                return new ResumeCapture(broken.id()).run(current, progress);
            } finally {
                readAgain(current);
            }
        }, snapshot -> {
            if (isOpen(current) && openCase.requestedSnapshot().equals(OptionalLong.of(broken.id()))) {
                openCase.request(OptionalLong.of(snapshot.id()));
                describe(current, snapshot.id());
            }
        });
    }

    /** Reads what is known of a snapshot and shows it, unless something else is asked for before it is there. */
    public Job describe(Case current, long snapshot) {
        return hidden(Texts.of("job.describe", String.valueOf(snapshot)), CaseRule.Use.SHARED,
                _ -> new ShownSnapshot(new DescribeSnapshot(snapshot).run(current), current.remarks(), Optional.empty()), shown -> {
            if (isOpen(current)) {
                openCase.show(shown);
            }
        });
    }

    /** Checks a snapshot against its digests. */
    public Job verify(Case current, ShownSnapshot shown, Consumer<Verified> done) {
        return visible(Texts.of("job.verify", String.valueOf(shown.id())), CaseRule.Use.SHARED, progress -> {
            progress.begin(Texts.of("job.verifying"));
            return new VerifySnapshot(shown.id()).run(current);
        }, outcome -> {
            if (isOpen(current)) {
                openCase.show(new ShownSnapshot(shown.sheet(), shown.ofCase(), Optional.of(outcome)));
            }
            done.accept(outcome);
        });
    }

    /** Checks everything in the case against its digest. */
    public Job verify(Case current, Consumer<VerifyCase.Outcome> done) {
        return visible(Texts.of("job.verify.case"), CaseRule.Use.SHARED,
                progress -> new VerifyCase(Optional.empty(), false).run(current, progress), done::accept);
    }

    public Job compare(Case current, CompareSnapshots request) {
        return visible(Texts.of("job.compare", String.valueOf(request.baseline()), String.valueOf(request.suspect())), CaseRule.Use.SHARED,
                progress -> {
            Comparison made = request.run(current, progress).comparison();
            readAgain(current);
            return made;
        }, made -> show(current, made.id()));
    }

    private void readAgain(Case current) {
        CaseContents latest = CaseContents.of(current);
        ui.execute(() -> {
            if (isOpen(current)) {
                openCase.contents(latest);
                openCase.requestedSnapshot().ifPresent(snapshot -> describe(current, snapshot));
            }
        });
    }

    /**
     * Loads a comparison and shows it, unless another one is asked for before it is there; the details turn away from snapshots. Its leads
     * and startup entries, which take longer, are looked for after that.
     */
    public Job show(Case current, long comparison) {
        requested = comparison;
        openCase.request(OptionalLong.empty());
        return visible(Texts.of("job.load", String.valueOf(comparison)), CaseRule.Use.SHARED,
                _ -> new ShownComparison(new ListChanges(comparison).held(current)), shown -> {
                    if (isOpen(current) && requested == comparison) {
                        openCase.show(Optional.of(shown));
                        lookInto(current, shown);
                    }
                });
    }

    private Job lookInto(Case current, ShownComparison shown) {
        long comparison = shown.comparison().id();
        return visible(Texts.of("job.story", String.valueOf(comparison)), CaseRule.Use.SHARED,
                progress -> shown.story(new ListLeads(comparison).run(current, progress)), story -> openCase.tell(shown, story));
    }

    /** Reads what the change with this number holds, and shows it. */
    public Job read(Case current, ShownComparison shown, int number) {
        return hidden(Texts.of("job.read", String.valueOf(number)), CaseRule.Use.SHARED,
                _ -> ShownContent.read(current, shown.comparison().id(), number), read -> {
            if (isOpen(current)) {
                openCase.show(read);
            }
        });
    }

    /** Reads something of the case, and gives it to who asked as long as the case is open. */
    public <T> Job ask(Case current, String name, BiFunction<Case, Progress, T> question, Consumer<T> answer) {
        return visible(Texts.of("job.ask", name), CaseRule.Use.SHARED, progress -> question.apply(current, progress), read -> {
            if (isOpen(current)) {
                answer.accept(read);
            }
        });
    }

    /** Checks what was decided in a comparison against the last snapshot of its machine. */
    public Job verifyRemediation(Case current, long comparison) {
        return visible(Texts.of("job.verify.remediation"), CaseRule.Use.SHARED, progress -> {
            long last = VerifyRemediation.lastSnapshot(current, comparison);
            VerifyRemediation.Outcome outcome = new VerifyRemediation(comparison, last, List.of()).run(current, progress);
            readAgain(current);
            return outcome;
        }, outcome -> {
            if (isOpen(current)) {
                openCase.show(outcome);
            }
        });
    }

    /** Adds to the record of the incident, in the analyst's name. */
    public Job note(Case current, BiFunction<Case, String, ?> entry) {
        return visible(Texts.of("job.note"), CaseRule.Use.DECIDING, _ -> entry.apply(current, analyst()),
                _ -> openCase.incidentChanged());
    }

    /** Records a decision on the changes with these numbers. */
    public Job tag(Case current, ShownComparison shown, List<Integer> numbers, Decision decision, String note) {
        return decide(Texts.of("job.tag", DisplayText.count(numbers.size(), "change")), shown,
                () -> new TagOutcome(List.of(), tagged(current, shown, numbers, decision, note)), remembered(shown, numbers));
    }

    /** Takes the decisions on the changes with these numbers back. */
    public Job removeTags(Case current, ShownComparison shown, List<Integer> numbers) {
        return decide(Texts.of("job.untag", DisplayText.count(numbers.size(), "change")), shown,
                () -> new TagOutcome(untagged(current, shown, numbers), List.of()), remembered(shown, numbers));
    }

    /** Takes the last decision back. */
    public Job undo(Case current, ShownComparison shown) {
        return decide(Texts.of("job.undo"), shown, () -> restored(current, shown, shown.history().undo().orElseThrow().before()),
                shown.history()::undid);
    }

    /** Decides again what was taken back last. */
    public Job redo(Case current, ShownComparison shown) {
        return decide(Texts.of("job.redo"), shown, () -> restored(current, shown, shown.history().redo().orElseThrow().after()),
                shown.history()::redid);
    }

    /** The numbers of the changes that have no tag now, and those that have another. */
    private record TagOutcome(List<Integer> untagged, List<TaggedChange> tagged) {
    }

    private Job decide(String name, ShownComparison shown, Supplier<TagOutcome> work, Runnable done) {
        return hidden(name, CaseRule.Use.DECIDING, _ -> work.get(), outcome -> {
            shown.untagged(outcome.untagged());
            shown.tagged(outcome.tagged());
            done.run();
            openCase.tagsChanged();
        });
    }

    private static Runnable remembered(ShownComparison shown, List<Integer> numbers) {
        Map<Integer, Optional<Tag>> before = shown.tags(numbers);
        return () -> shown.history().did(new TagHistory.Step(before, shown.tags(numbers)));
    }

    private List<TaggedChange> tagged(Case current, ShownComparison shown, List<Integer> numbers, Decision decision, String note) {
        return new TagChanges(shown.comparison().id(), new ChangeSelection.Numbers(Set.copyOf(numbers)), decision, note, analyst())
                .run(current);
    }

    private static List<Integer> untagged(Case current, ShownComparison shown, List<Integer> numbers) {
        new RemoveTags(shown.comparison().id(), new ChangeSelection.Numbers(Set.copyOf(numbers))).run(current);
        return numbers;
    }

    /** Decides as it was decided before, now and in this analyst's name. */
    private TagOutcome restored(Case current, ShownComparison shown, Map<Integer, Optional<Tag>> tags) {
        record Decided(Decision decision, String note) {
        }

        Map<Optional<Decided>, List<Integer>> groups = tags.keySet().stream().collect(Collectors.groupingBy(
                number -> tags.get(number).map(tag -> new Decided(tag.decision(), tag.note()))));
        List<Integer> removed = groups.getOrDefault(Optional.empty(), List.of());
        List<TaggedChange> changed = new ArrayList<>();
        if (!removed.isEmpty()) {
            untagged(current, shown, removed);
        }
        groups.forEach((decided, numbers) -> decided.ifPresent(was -> changed.addAll(tagged(current, shown, numbers, was.decision(),
                was.note()))));
        return new TagOutcome(removed, changed);
    }

    /** Writes lines to a file that only its owner can read; it is replaced when it is there. */
    public Job write(Path file, Iterable<String> lines) {
        return visible(Texts.of("job.write", file.getFileName()), CaseRule.Use.SHARED, progress -> {
            progress.begin(Texts.of("job.writing"));
            try (Writer out = new BufferedWriter(Channels.newWriter(Files.newByteChannel(file, MADE_OR_REPLACED, OwnerOnly.file()),
                    StandardCharsets.UTF_8))) {
                for (String line : lines) {
                    out.write(line);
                }
                return file;
            } catch (IOException e) {
                throw new AssayException(ErrorCode.OUTPUT, Texts.of("list.failed", file, String.valueOf(e.getMessage())), e);
            }
        }, _ -> { });
    }

    public Job export(Case current, long comparison, Path folder, Consumer<Export> written) {
        return visible(Texts.of("job.export"), CaseRule.Use.SHARED, progress -> {
            progress.begin(Texts.of("job.exporting"));
            return new ExportRemediation(comparison, folder, true).run(current);
        }, written);
    }

    /** Finds out what would go with a snapshot. */
    public Job preview(Case current, RemoveSnapshot removal, Consumer<String> found) {
        return visible(Texts.of("job.preview", String.valueOf(removal.snapshot())), CaseRule.Use.SHARED,
                progress -> removal.preview(current, progress), found);
    }

    /** Removes a snapshot; what is shown of it, or of a comparison with it, is shown no more. */
    public Job remove(Case current, RemoveSnapshot removal) {
        return visible(Texts.of("job.remove", String.valueOf(removal.snapshot())), CaseRule.Use.REPLACING,
                progress -> removal.run(current, progress), _ -> {
            if (isOpen(current)) {
                openCase.request(OptionalLong.empty());
                openCase.shown().map(ShownComparison::comparison).filter(comparison -> comparison.baseline() == removal.snapshot()
                        || comparison.suspect() == removal.snapshot()).ifPresent(_ -> openCase.show(Optional.empty()));
                readAgain(current);
            }
        });
    }

    /** Calls a host otherwise, and shows again what is shown, under its new name. */
    public Job rename(Case current, RenameHost request) {
        return visible(Texts.of("job.rename", DisplayText.line(request.host())), CaseRule.Use.REPLACING, _ -> request.run(current), _ -> {
            if (isOpen(current)) {
                OptionalLong selected = openCase.requestedSnapshot();
                openCase.shown().ifPresent(shown -> show(current, shown.comparison().id()));
                openCase.request(selected);
                readAgain(current);
            }
        });
    }

    private boolean isOpen(Case current) {
        return openCase.current().filter(open -> open == current).isPresent();
    }

    /** Starts work whose progress the user sees and may cancel. */
    private <T> Job visible(String name, CaseRule.Use use, Function<Progress, T> work, Consumer<T> done) {
        Job job = new CaseJob<>(name, use, work, done, ui);
        job.setUser(true);
        job.schedule();
        return job;
    }

    /** Starts work that is over before progress could be read. */
    private <T> Job hidden(String name, CaseRule.Use use, Function<Progress, T> work, Consumer<T> done) {
        Job job = new CaseJob<>(name, use, work, done, ui);
        job.setSystem(true);
        job.schedule();
        return job;
    }
}
