package org.assay.app.incident;

import java.time.Instant;
import java.util.function.Function;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.Case;
import org.assay.model.incident.EntryLabels;
import org.assay.incident.IncidentRecord;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.FactType;
import org.assay.model.incident.IncidentEntry;

/**
 * Adds an entry to the incident's log. None is altered afterwards: what was wrong is put right by another one.
 *
 * @param detail what it says beside its text, which may follow from what is in the log by now
 * @param text for people
 * @param author whose entry it is
 */
public record NoteEntry(Function<IncidentRecord, EntryDetail> detail, String text, String author, EntryArguments arguments) {

    public static final Argument<String> TEXT = Argument.optional("text", "Text", "What is to be noted.", "TEXT", new ArgumentType.Text())
            .preset("");
    public static final Argument<FactType> FACT = Argument.optional("fact", "Fact", "It is a fact of this type.", "TYPE",
            new ArgumentType.Choice<>(FactType.class));
    public static final Argument<String> SOURCE = Argument.optional("source", "Source", "Who says so; of a name the vendor.", "TEXT",
            new ArgumentType.Text()).preset("");

    /** An entry that says the same whatever is in the log. */
    public static NoteEntry of(EntryDetail detail, String text, String author, EntryArguments arguments) {
        return new NoteEntry(_ -> detail, text, author, arguments);
    }

    /** Stores it; fails with {@code WRONG_USAGE} and a sentence when it does not fit what is in the log. */
    public IncidentEntry run(Case openCase) {
        IncidentRecord before = new IncidentRecord(openCase.incident());
        EntryDetail said = detail.apply(before);
        EntryContent content = new EntryContent(arguments.happened().orElseGet(Instant::now), author,
                arguments.phase().orElseGet(() -> before.usualPhase(said)), said, text, arguments.spent(), arguments.references(openCase));
        return openCase.note(content, entries -> new IncidentRecord(entries).requireFits(content), EntryLabels.text(content));
    }
}
