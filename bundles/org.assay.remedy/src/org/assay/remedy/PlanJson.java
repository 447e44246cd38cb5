package org.assay.remedy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.assay.model.casefile.CaseDigest;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Action.ManualStep;
import org.assay.remedy.plan.Managed;
import org.assay.remedy.plan.Step;

/**
 * Writes {@code plan.json}: the steps of the plan in their order, each with the state in which it may be done, the state that it leaves,
 * what carries it out and why. {@code docs/plan.schema.json} describes it; it is spelled as {@link ChangesJson}.
 */
final class PlanJson {

    static final int FORMAT_VERSION = 2;

    private final JsonGenerator json;
    private final JsonItems values;
    private final Routing work;

    private PlanJson(JsonGenerator json, Routing work) {
        this.json = json;
        this.values = new JsonItems(json);
        this.work = work;
    }

    static void write(ExportContents contents, Routing work, OutputStream out) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.setHighestNonEscapedChar(0x7f);
            new PlanJson(generator, work).root(contents);
            generator.writeRaw('\n');
        }
    }

    private void root(ExportContents contents) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "assay-plan");
        json.writeNumberField("version", FORMAT_VERSION);
        json.writeStringField("tool", "Assay");
        values.text("case_sha256", contents.digest().map(CaseDigest::hex));
        json.writeStringField("host", contents.suspect().host());
        json.writeNumberField("baseline", contents.baseline().id());
        json.writeNumberField("suspect", contents.suspect().id());
        json.writeNumberField("comparison", contents.comparison().id());
        json.writeArrayFieldStart("steps");
        for (Step step : contents.plan().steps()) {
            json.writeRaw('\n');
            step(step);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void step(Step step) throws IOException {
        Action action = step.action();
        Optional<ManualStep> manual = Optional.ofNullable(work.byHand().get(step.number()));
        json.writeStartObject();
        json.writeNumberField("number", step.number());
        json.writeStringField("phase", step.action().phase().name().toLowerCase(Locale.ROOT));
        json.writeStringField("action", word(action));
        json.writeNumberField("change", action.change());
        json.writeStringField("reason", step.reason());
        values.location(action.location());
        if (action instanceof Action.MoveBack back) {
            json.writeObjectFieldStart("to");
            values.location(back.baseline().location());
            json.writeEndObject();
        }
        if (!(action instanceof ManualStep || action instanceof Action.Restart)) {
            state("before", action.before());
            state("after", action.after());
            json.writeStringField("undo", ReportText.undo(action).orElseThrow());
        }
        if (action instanceof Action.RemoveKey remove) {
            held(remove.held());
        } else if (action instanceof Action.StopManaged stop) {
            managed(stop.managed());
        }
        strings("by", work.carriers(step));
        if (manual.isPresent()) {
            json.writeObjectFieldStart("manual");
            json.writeStringField("why", manual.get().why());
            strings("steps", manual.get().steps());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void managed(Managed managed) throws IOException {
        json.writeObjectFieldStart("managed");
        json.writeStringField("name", managed.name());
        switch (managed) {
            case Managed.WindowsService service -> {
                json.writeStringField("kind", "windows-service");
                json.writeStringField("start", service.start());
                held(service.held());
            }
            case Managed.ScheduledTask _ -> json.writeStringField("kind", "scheduled-task");
            case Managed.SystemdUnit _ -> json.writeStringField("kind", "systemd-unit");
            case Managed.LaunchdDaemon _ -> json.writeStringField("kind", "launchd-daemon");
        }
        json.writeEndObject();
    }

    private static String word(Action action) {
        return switch (action) {
            case Action.RestoreValue _ -> "restore-value";
            case Action.RestoreKey _ -> "restore-key";
            case Action.RemoveValue _ -> "remove-value";
            case Action.RemoveKey _ -> "remove-key";
            case Action.StopProcesses _ -> "stop-processes";
            case Action.StopManaged _ -> "stop-managed";
            case Action.Quarantine _ -> "quarantine";
            case Action.MoveBack _ -> "move-back";
            case Action.RestoreFile _ -> "restore-file";
            case Action.RestoreAttributes _ -> "restore-attributes";
            case Action.Restart _ -> "restart";
            case ManualStep _ -> "manual";
        };
    }

    private void state(String field, Optional<? extends Item> item) throws IOException {
        json.writeFieldName(field);
        if (item.isEmpty()) {
            json.writeString("absent");
        } else {
            json.writeStartObject();
            values.fields(ItemFields.describe(item.get()));
            json.writeEndObject();
        }
    }

    private void held(List<Item> held) throws IOException {
        json.writeArrayFieldStart("held");
        for (Item item : held) {
            json.writeStartObject();
            values.location(item.location());
            values.fields(ItemFields.describe(item));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
