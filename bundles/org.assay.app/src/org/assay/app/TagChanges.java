package org.assay.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.change.ChangeFingerprint;
import org.assay.model.change.Comparison;
import org.assay.model.change.Decision;
import org.assay.model.change.Sameness;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.text.Bytes;

/** Records an analyst's decision on changes; an earlier decision on the same change is replaced. */
public record TagChanges(long comparison, ChangeSelection selection, Decision decision, String note, String analyst) {

    public static final Argument<Decision> DECISION = Argument.required("decision", "Decision", "What is to be done about the changes.",
            "DECISION", new ArgumentType.Choice<>(Decision.class));
    public static final Argument<String> NOTE = Argument.optional("note", "Note", "Why.", "TEXT", new ArgumentType.Text()).preset("");
    public static final Argument<String> ANALYST = Argument.optional("analyst", "Analyst", "Who decides; by default who answers for the "
            + "work, or else the user.", "NAME", new ArgumentType.Text());

    /** The tagged changes; fails with a sentence when the selection names a number that is not there or matches nothing. */
    public List<TaggedChange> run(Case openCase) {
        Comparison stored = openCase.comparison(comparison);
        String host = openCase.snapshot(stored.suspect()).host();
        Instant now = Instant.now();
        Sameness rules = openCase.sameness(stored);
        List<TaggedChange> selected = selection.of(new ListChanges(comparison).run(openCase).changes());
        List<TaggedChange> tagged = selected.stream().map(TaggedChange::change)
                .map(change -> new TaggedChange(change, Optional.of(new Tag(host, change.location(),
                        ChangeFingerprint.of(change, rules), decision, note, analyst, now))))
                .toList();
        List<Tag> tags = tagged.stream().flatMap(row -> row.tag().stream()).toList();
        Set<Bytes> fingerprints = tags.stream().map(Tag::fingerprint).collect(Collectors.toSet());
        openCase.store().replaceTags(selected.stream().flatMap(row -> row.tag().stream())
                .filter(old -> !fingerprints.contains(old.fingerprint())).toList(), tags);
        return tagged;
    }
}
