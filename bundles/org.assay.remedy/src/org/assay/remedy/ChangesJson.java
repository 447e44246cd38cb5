package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.assay.model.Location;
import org.assay.model.casefile.CaseDigest;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Comparison;
import org.assay.model.change.Explanation;
import org.assay.model.change.Finding;
import org.assay.model.change.Lead;
import org.assay.model.change.Score;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Bytes;

/**
 * Writes {@code changes.json}: everything exactly, for programs. {@code docs/changes.schema.json} describes it. The file is pure ASCII:
 * what is not is escaped, lone surrogates too (RFC 8259, 7 and 8.2), so that no reader has to guess.
 */
final class ChangesJson {

    static final int FORMAT_VERSION = 1;

    private final JsonGenerator json;
    private final JsonItems values;

    private ChangesJson(JsonGenerator json) {
        this.json = json;
        this.values = new JsonItems(json);
    }

    static void write(ExportContents contents, OutputStream out) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.setHighestNonEscapedChar(0x7f);
            new ChangesJson(generator).root(contents);
            generator.writeRaw('\n');
        }
    }

    private void root(ExportContents contents) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "assay-changes");
        json.writeNumberField("version", FORMAT_VERSION);
        json.writeStringField("tool", "Assay");
        values.text("case_sha256", contents.digest().map(CaseDigest::hex));
        texts("case_remarks", contents.caseRemarks());
        snapshot("baseline", contents.baseline(), contents.unreadInBaseline());
        snapshot("suspect", contents.suspect(), contents.unreadInSuspect());
        comparison(contents);
        leads(contents.leads());
        json.writeArrayFieldStart("changes");
        for (TaggedChange tagged : contents.changes()) {
            json.writeRaw('\n');
            change(tagged);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void snapshot(String field, Snapshot snapshot, List<Gap> gaps) throws IOException {
        json.writeRaw('\n');
        json.writeObjectFieldStart(field);
        json.writeNumberField("id", snapshot.id());
        json.writeStringField("host", snapshot.host());
        json.writeStringField("role", snapshot.role().name());
        json.writeStringField("label", snapshot.label());
        json.writeStringField("state", snapshot.state().name());
        json.writeStringField("started", snapshot.started().toString());
        values.text("finished", snapshot.finished().map(Instant::toString));
        json.writeArrayFieldStart("sources");
        for (Source source : snapshot.sources()) {
            json.writeStartObject();
            json.writeStringField("kind", source.kind().word());
            json.writeStringField("name", source.name());
            json.writeStringField("origin", source.origin());
            json.writeStringField("reader", snapshot.reader(source));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("items", snapshot.coverage().items());
        json.writeNumberField("hashed_bytes", snapshot.coverage().hashedBytes());
        values.text("digest", snapshot.digest().map(Bytes::hex));
        gaps(gaps);
        json.writeEndObject();
    }

    private void gaps(List<Gap> gaps) throws IOException {
        json.writeArrayFieldStart("gaps");
        for (Gap gap : gaps) {
            json.writeStartObject();
            values.location(gap.location());
            json.writeStringField("reason", gap.reason().name());
            json.writeStringField("detail", gap.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Nothing where there is none. */
    private void texts(String field, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private void comparison(ExportContents contents) throws IOException {
        Comparison comparison = contents.comparison();
        json.writeRaw('\n');
        json.writeObjectFieldStart("comparison");
        json.writeNumberField("id", comparison.id());
        json.writeStringField("compared", comparison.compared().toString());
        json.writeObjectFieldStart("counts");
        for (var count : new TreeMap<ChangeKind, Long>(comparison.counts()).entrySet()) {
            json.writeNumberField(count.getKey().name(), count.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("gaps", comparison.gaps());
        json.writeArrayFieldStart("catalogues");
        for (OwnCatalogue catalogue : contents.catalogues()) {
            json.writeStartObject();
            json.writeStringField("name", catalogue.name());
            json.writeStringField("sha256", catalogue.sha256().hex());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("remarks", ReportText.basis(contents));
        if (!contents.notCompared().isEmpty()) {
            json.writeArrayFieldStart("not_compared");
            for (Gap gap : contents.notCompared()) {
                json.writeStartObject();
                values.location(gap.location());
                json.writeStringField("why", gap.detail());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void leads(List<Lead> leads) throws IOException {
        json.writeRaw('\n');
        json.writeArrayFieldStart("leads");
        for (Lead lead : leads) {
            json.writeStartObject();
            json.writeStringField("severity", lead.severity().name());
            json.writeNumberField("score", lead.score());
            json.writeArrayFieldStart("changes");
            for (Change change : lead.changes()) {
                json.writeNumber(change.number());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("story");
            for (String sentence : lead.story()) {
                json.writeString(sentence);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void change(TaggedChange tagged) throws IOException {
        Change change = tagged.change();
        json.writeStartObject();
        json.writeNumberField("number", change.number());
        json.writeStringField("kind", change.kind().name());
        json.writeStringField("severity", change.severity().name());
        json.writeNumberField("score", Score.points(change));
        values.location(change.location());
        json.writeArrayFieldStart("attributes");
        for (Attribute attribute : new TreeSet<>(change.attributes())) {
            json.writeString(attribute.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : change.findings()) {
            json.writeStartObject();
            json.writeStringField("code", finding.code());
            json.writeStringField("severity", finding.severity().name());
            json.writeStringField("sentence", finding.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
        explanation(change.explanation());
        item("before", change.before(), change.location());
        item("after", change.after(), change.location());
        tag(tagged.tag());
        json.writeEndObject();
    }

    private void explanation(Optional<Explanation> explanation) throws IOException {
        if (explanation.isPresent()) {
            json.writeObjectFieldStart("explanation");
            json.writeStringField("kind", explanation.get().kind().name());
            json.writeStringField("subject", explanation.get().subject());
            json.writeStringField("vouched_by", explanation.get().vouched());
            json.writeStringField("sentence", explanation.get().sentence());
            json.writeEndObject();
        }
    }

    private void tag(Optional<Tag> tag) throws IOException {
        if (tag.isPresent()) {
            json.writeObjectFieldStart("tag");
            json.writeStringField("decision", tag.get().decision().name());
            json.writeStringField("note", tag.get().note());
            json.writeStringField("analyst", tag.get().analyst());
            json.writeStringField("decided", tag.get().decided().toString());
            json.writeStringField("fingerprint", tag.get().fingerprint().hex());
            json.writeEndObject();
        }
    }

    /** The item's own location stands in it only where it is not, to the letter, the change's. */
    private void item(String field, Optional<Item> item, Location ofChange) throws IOException {
        if (item.isPresent()) {
            json.writeObjectFieldStart(field);
            values.fields(ItemFields.describe(item.get()));
            if (!item.get().location().equals(ofChange)) {
                values.location(item.get().location());
            }
            json.writeEndObject();
        }
    }
}
