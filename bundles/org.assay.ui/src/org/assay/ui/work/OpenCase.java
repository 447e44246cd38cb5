package org.assay.ui.work;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.assay.app.Case;
import org.assay.app.VerifyRemediation;
import org.assay.model.Severity;

/**
 * The case the workbench works on, what of it is shown, and who wants to know when that changes. One for the whole workbench; used on the
 * user interface's thread only.
 */
public final class OpenCase {

    private final List<Consumer<CaseAspect>> listeners = new CopyOnWriteArrayList<>();
    private Optional<Case> current = Optional.empty();
    private CaseContents contents = CaseContents.NONE;
    private Optional<ShownComparison> shown = Optional.empty();
    private Selection selection = Selection.NONE;
    private Optional<ShownLead> lead = Optional.empty();
    private Optional<ShownContent> content = Optional.empty();
    private Look look = new Look("", Severity.INFO);
    private Optional<VerifyRemediation.Outcome> verification = Optional.empty();
    private OptionalLong requestedSnapshot = OptionalLong.empty();
    private Optional<ShownSnapshot> snapshot = Optional.empty();

    /** Calls {@code listener} after each change until what is returned is run. */
    public Runnable listen(Consumer<CaseAspect> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public Optional<Case> current() {
        return current;
    }

    public CaseContents contents() {
        return contents;
    }

    public Optional<ShownComparison> shown() {
        return shown;
    }

    public Selection selection() {
        return selection;
    }

    /** The lead whose changes are shown alone. */
    public Optional<ShownLead> lead() {
        return lead;
    }

    /** What the change with this number of the shown comparison holds; empty until it was read. */
    public Optional<ShownContent> content(int number) {
        return content.filter(read -> shown.filter(one -> read.isOf(one.comparison().id(), number)).isPresent());
    }

    void show(ShownContent read) {
        content = Optional.of(read);
        tell(CaseAspect.CONTENT);
    }

    /** What the list of changes was last asked to show. */
    public Look look() {
        return look;
    }

    /** Has the list of changes show this, of all changes. */
    public void look(Look requested) {
        look = requested;
        follow(Optional.empty());
        tell(CaseAspect.LOOK);
    }

    /** What was seen when a remediation was verified last. */
    public Optional<VerifyRemediation.Outcome> verification() {
        return verification;
    }

    void show(VerifyRemediation.Outcome verified) {
        verification = Optional.of(verified);
        tell(CaseAspect.VERIFICATION);
    }

    /** The number of the snapshot that the details are about, whether it was read already or not. */
    public OptionalLong requestedSnapshot() {
        return requestedSnapshot;
    }

    /** The same once it was read. */
    public Optional<ShownSnapshot> snapshot() {
        return snapshot;
    }

    /** Works on this case from now on; the one before is the caller's to close. */
    void open(Optional<Case> opened, CaseContents itsContents) {
        current = opened;
        request(OptionalLong.empty());
        verification = Optional.empty();
        tell(CaseAspect.VERIFICATION);
        show(Optional.empty());
        tell(CaseAspect.CASE);
        contents(itsContents);
    }

    public void contents(CaseContents latest) {
        contents = latest;
        tell(CaseAspect.CONTENTS);
    }

    void show(Optional<ShownComparison> comparison) {
        shown = comparison;
        selection = Selection.NONE;
        lead = Optional.empty();
        tell(CaseAspect.COMPARISON);
        tell(CaseAspect.LEAD);
        tell(CaseAspect.SELECTION);
    }

    /** Shows what was found in this comparison, unless another one is shown by now. */
    void tell(ShownComparison comparison, ShownStory story) {
        if (shown.filter(one -> one == comparison).isPresent()) {
            comparison.tell(story);
            tell(CaseAspect.STORY);
        }
    }

    /** Turns the details to the snapshot with this number, which is still to be read, or away from snapshots. */
    public void request(OptionalLong requested) {
        if (!requestedSnapshot.equals(requested)) {
            requestedSnapshot = requested;
            snapshot = Optional.empty();
            tell(CaseAspect.SNAPSHOT);
        }
    }

    /** Shows what was read of a snapshot, unless the details have turned to something else by now. */
    void show(ShownSnapshot read) {
        if (requestedSnapshot.equals(OptionalLong.of(read.id()))) {
            snapshot = Optional.of(read);
            tell(CaseAspect.SNAPSHOT);
        }
    }

    /** Selects something of the shown comparison; the details turn to it. */
    public void select(Selection selected) {
        if (!selected.equals(Selection.NONE)) {
            request(OptionalLong.empty());
        }
        if (!selection.equals(selected)) {
            selection = selected;
            tell(CaseAspect.SELECTION);
        }
    }

    /** Shows the changes of a lead alone and selects it as a whole, or shows all again. */
    public void follow(Optional<ShownLead> followed) {
        if (!lead.equals(followed)) {
            lead = followed;
            tell(CaseAspect.LEAD);
        }
        select(followed.map(Selection::of).orElse(Selection.NONE));
    }

    /** Says that the shown comparison's tags have changed. */
    void tagsChanged() {
        tell(CaseAspect.TAGS);
    }

    /** Says that something was added to the record of the incident. */
    void incidentChanged() {
        tell(CaseAspect.INCIDENT);
    }

    private void tell(CaseAspect aspect) {
        listeners.forEach(listener -> listener.accept(aspect));
    }
}
