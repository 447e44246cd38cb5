package org.assay.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.app.Argument;
import org.assay.app.ArgumentValues;
import org.assay.app.incident.EntryArguments;
import org.assay.app.incident.NoteEntry;
import org.assay.app.incident.SystemArguments;
import org.assay.model.AssayException;
import org.assay.model.incident.EntryDetail;
import org.assay.ui.text.Texts;

/** What is entered for an entry of the incident's log, and what is wrong with it. */
public final class EntryModel {

    private static final List<Argument<?>> COMMON = List.of(EntryArguments.AT, EntryArguments.SPENT, EntryArguments.PHASE);

    private final ArgumentForm form = new ArgumentForm();
    private final List<String> hosts;
    private Kind kind = Kind.NOTE;
    private String host = "";

    /** What an entry can say. */
    public enum Kind {
        NOTE, FACT, SWITCHED_OFF, ON_AGAIN, TOLD, CLOSED, REOPENED
    }

    /** @param hosts the names of the hosts of the case, which are proposed */
    public EntryModel(List<String> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    Kind kind() {
        return kind;
    }

    /** Whatever of what was entered is meant for other kinds, too, stays. */
    public void kind(Kind requested) {
        kind = requested;
    }

    /** Says what is on again: the number of the entry that says it is off, or its name. */
    public void off(String system) {
        form.enter(SystemArguments.OFF, system);
    }

    ArgumentForm form() {
        return form;
    }

    List<String> hosts() {
        return hosts;
    }

    /** The host of which it speaks; empty where it speaks of none. */
    void host(String named) {
        host = named.strip();
    }

    /** What only an entry of this kind is told. */
    List<Argument<?>> own() {
        return switch (kind) {
            case NOTE, CLOSED, REOPENED -> List.of(NoteEntry.TEXT);
            case FACT -> List.of(NoteEntry.FACT, NoteEntry.TEXT, NoteEntry.SOURCE);
            case SWITCHED_OFF -> List.of(SystemArguments.SYSTEM, SystemArguments.WHY, SystemArguments.KIND);
            case ON_AGAIN -> List.of(SystemArguments.OFF, NoteEntry.TEXT);
            case TOLD -> List.of(SystemArguments.WHO, SystemArguments.WHAT, SystemArguments.CHANNEL);
        };
    }

    List<Argument<?>> common() {
        return COMMON;
    }

    /** What cannot be understood or is missing, as a sentence; empty when it can be noted. */
    Optional<String> problem() {
        List<Argument<?>> asked = new ArrayList<>(own());
        asked.addAll(COMMON);
        return form.problem(asked).or(this::nothingSaid).or(this::wrongTime);
    }

    private Optional<String> nothingSaid() {
        return switch (kind) {
            case NOTE -> Optional.of(Texts.of("entry.say")).filter(_ -> form.values().get(NoteEntry.TEXT).isBlank());
            case FACT -> Optional.of(Texts.of("entry.fact")).filter(_ -> form.values().find(NoteEntry.FACT).isEmpty()
                    || form.values().get(NoteEntry.TEXT).isBlank());
            case SWITCHED_OFF, ON_AGAIN, TOLD, CLOSED, REOPENED -> Optional.empty();
        };
    }

    private Optional<String> wrongTime() {
        try {
            arguments();
            return Optional.empty();
        } catch (AssayException e) {
            return Optional.of(e.getMessage());
        }
    }

    private EntryArguments arguments() {
        EntryArguments entered = EntryArguments.of(form.values());
        return new EntryArguments(entered.phase(), entered.happened(), entered.spent(), host.isEmpty() ? List.of() : List.of(host),
                List.of(), List.of(), List.of(), Optional.empty());
    }

    /** What is to be noted, by {@code author}. */
    public NoteEntry request(String author) {
        ArgumentValues values = form.values();
        String text = values.get(NoteEntry.TEXT);
        return switch (kind) {
            case NOTE -> NoteEntry.of(new EntryDetail.Note(), text, author, arguments());
            case FACT -> NoteEntry.of(new EntryDetail.Fact(values.get(NoteEntry.FACT), values.get(NoteEntry.SOURCE)), text, author,
                    arguments());
            case SWITCHED_OFF -> NoteEntry.of(new EntryDetail.SwitchedOff(values.get(SystemArguments.SYSTEM),
                    values.get(SystemArguments.KIND)), values.get(SystemArguments.WHY), author, arguments());
            case ON_AGAIN -> SystemArguments.on(values.get(SystemArguments.OFF), text, author, arguments());
            case TOLD -> NoteEntry.of(new EntryDetail.Told(values.get(SystemArguments.WHO), values.get(SystemArguments.CHANNEL)),
                    values.get(SystemArguments.WHAT), author, arguments());
            case CLOSED -> NoteEntry.of(new EntryDetail.Closed(), text, author, arguments());
            case REOPENED -> NoteEntry.of(new EntryDetail.Reopened(), text, author, arguments());
        };
    }
}
