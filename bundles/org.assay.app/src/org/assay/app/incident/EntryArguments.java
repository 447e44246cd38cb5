package org.assay.app.incident;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.ListChanges;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.change.Comparison;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.IncidentPhase;
import org.assay.model.text.Visible;

/**
 * What any entry of the incident's log can be told beside its text.
 *
 * @param phase empty where that of its kind is meant
 * @param happened empty where it is now
 * @param files each as {@code HOST=PATH}
 * @param comparison whose changes are meant; empty where it is the latest
 */
public record EntryArguments(Optional<IncidentPhase> phase, Optional<Instant> happened, Duration spent, List<String> hosts,
        List<Long> changes, List<Long> tags, List<String> files, Optional<Long> comparison) {

    public static final Argument<IncidentPhase> PHASE = Argument.optional("phase", "Phase", "The phase of the outbreak; by default that of"
            + " its kind, or of the entry before.", "PHASE", new ArgumentType.Choice<>(IncidentPhase.class));
    public static final Argument<String> AT = Argument.optional("at", "When", "When it happened, as 2026-11-30T14:05 (by this machine's"
            + " time zone) or 2026-11-30T14:05Z; by default now.", "TIME", new ArgumentType.Text());
    public static final Argument<String> SPENT = Argument.optional("spent", "Working time", "The working time that you spent on it, as 45m"
            + " or 1h30m; at most 1000h.", "TIME", new ArgumentType.Text());
    public static final Argument<List<String>> HOSTS = Argument.several("host", "Hosts", "A host that it speaks of; the case"
            + " need not have anything of it yet.", "NAME", new ArgumentType.Text(), false);
    public static final Argument<List<Long>> CHANGES = Argument.several("change", "Changes", "Changes of the comparison that it speaks of,"
            + " by number.", "N", new ArgumentType.WholeNumber(1, Integer.MAX_VALUE), true);
    public static final Argument<List<Long>> TAGS = Argument.several("tag", "Tags", "The decisions on these changes of the comparison,"
            + " by the changes' numbers.", "N", new ArgumentType.WholeNumber(1, Integer.MAX_VALUE), true);
    public static final Argument<List<String>> FILES = Argument.several("file", "Files", "A file that it speaks of, on a host of the case.",
            "HOST=PATH", new ArgumentType.Text(), false);

    public static final List<Argument<?>> ALL = List.of(PHASE, AT, SPENT, HOSTS, CHANGES, TAGS, FILES, ListChanges.COMPARISON);

    private static final Duration MAX_SPENT = Duration.ofHours(1_000);
    /** What happened earlier is no outbreak that a computer has seen. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    /** Clocks of two machines may differ by so much, but nobody notes what has not happened. */
    private static final Duration AHEAD = Duration.ofDays(1);

    public EntryArguments {
        hosts = List.copyOf(hosts);
        changes = List.copyOf(changes);
        tags = List.copyOf(tags);
        files = List.copyOf(files);
    }

    /** What {@code values} say; fails with {@code WRONG_USAGE} and a sentence where a time cannot be read. */
    public static EntryArguments of(ArgumentValues values) {
        return new EntryArguments(values.find(PHASE), values.find(AT).map(EntryArguments::time),
                values.find(SPENT).map(EntryArguments::duration).orElse(Duration.ZERO), values.get(HOSTS), values.get(CHANGES),
                values.get(TAGS), values.get(FILES), values.find(ListChanges.COMPARISON));
    }

    /** The same in this phase, unless another one was said. */
    public EntryArguments usually(IncidentPhase usual) {
        return new EntryArguments(phase.or(() -> Optional.of(usual)), happened, spent, hosts, changes, tags, files, comparison);
    }

    private static Instant time(String text) {
        String written = text.strip().replace(' ', 'T');
        Instant time;
        try {
            time = written.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? OffsetDateTime.parse(written).toInstant()
                    : LocalDateTime.parse(written).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "'" + Visible.text(text) + "' is not a time: write 2026-11-30T14:05 or"
                    + " 2026-11-30T14:05Z.", e);
        }
        if (time.isBefore(EARLIEST) || time.isAfter(Instant.now().plus(AHEAD))) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "'" + Visible.text(text) + "' is before 1970, or has not come yet: write when"
                    + " it happened.");
        }
        return time;
    }

    private static Duration duration(String text) {
        if (text.strip().matches("(\\d{1,4}h)?(\\d{1,5}m)?") && !text.isBlank()) {
            Duration spent = Duration.parse("PT" + text.strip());
            if (spent.compareTo(MAX_SPENT) <= 0) {
                return spent;
            }
        }
        throw new AssayException(ErrorCode.WRONG_USAGE, "'" + Visible.text(text) + "' is not a working time: write 45m, 2h or 1h30m; at"
                + " most 1000h.");
    }

    /**
     * What the entry speaks of; fails with {@code WRONG_USAGE} where the case has no such change or tag. A host may be any: the first
     * report comes before the first capture.
     */
    List<EntryReference> references(Case openCase) {
        List<EntryReference> references = new ArrayList<>();
        for (String host : hosts) {
            references.add(new EntryReference.ToHost(named(host)));
        }
        for (String file : files) {
            int equals = file.indexOf('=');
            if (equals < 0 || equals == file.length() - 1) {
                throw new AssayException(ErrorCode.WRONG_USAGE, "'" + Visible.text(file) + "' names no file on a host: write HOST=PATH.");
            }
            references.add(new EntryReference.ToFile(named(file.substring(0, equals)), file.substring(equals + 1)));
        }
        if (!changes.isEmpty() || !tags.isEmpty()) {
            ofComparison(openCase, references);
        }
        return references;
    }

    private void ofComparison(Case openCase, List<EntryReference> references) {
        Comparison of = comparison.map(openCase::comparison).or(openCase::latestComparison).orElseThrow(() -> new AssayException(
                ErrorCode.WRONG_USAGE, "The case holds no comparison, so there are no changes to speak of."));
        String host = openCase.snapshot(of.suspect()).host();
        for (long number : changes) {
            references.add(new EntryReference.ToChange(host, OptionalLong.of(of.id()), (int) number,
                    openCase.taggedChange(of, (int) number).change().location()));
        }
        for (long number : tags) {
            TaggedChange tagged = openCase.taggedChange(of, (int) number);
            Tag tag = tagged.tag().orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "Change " + number
                    + " has no tag. Tag it first, or speak of the change."));
            references.add(new EntryReference.ToTag(host, tag.location(), tag.fingerprint()));
        }
    }

    private static String named(String host) {
        if (host.isBlank()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "A host has a name. Write the one under which it is captured.");
        }
        return host;
    }
}
