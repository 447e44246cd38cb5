package org.assay.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.IncidentPhase;

/**
 * How long the phases took, and how much working time was noted.
 *
 * @param phases those that have entries, in their order
 * @param people by name
 */
record SpentTime(List<Phase> phases, List<Person> people) {

    /**
     * A phase.
     *
     * @param from when the first entry in it happened
     * @param to when the last one did; phases overlap, and one may be taken up again
     * @param spent the working time that was noted in it
     */
    record Phase(IncidentPhase phase, Instant from, Instant to, int entries, Duration spent) {
    }

    /** Somebody who wrote entries, and the working time that they noted. */
    record Person(String name, int entries, Duration spent) {
    }

    static SpentTime of(List<IncidentEntry> entries) {
        List<Phase> phases = new ArrayList<>();
        new TreeMap<>(entries.stream().collect(Collectors.groupingBy(entry -> entry.content().phase()))).forEach((phase, some) -> {
            List<IncidentEntry> sorted = some.stream().sorted(IncidentRecord.BY_TIME).toList();
            phases.add(new Phase(phase, sorted.getFirst().content().happened(), sorted.getLast().content().happened(), some.size(),
                    sum(some)));
        });
        Map<String, List<IncidentEntry>> people = new TreeMap<>(entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.content().author())));
        return new SpentTime(phases, people.entrySet().stream()
                .map(one -> new Person(one.getKey(), one.getValue().size(), sum(one.getValue()))).toList());
    }

    private static Duration sum(List<IncidentEntry> entries) {
        return entries.stream().map(entry -> entry.content().spent()).reduce(Duration.ZERO, Duration::plus);
    }

    /** All working time that was noted. */
    Duration all() {
        return people.stream().map(Person::spent).reduce(Duration.ZERO, Duration::plus);
    }

    /** {@code 1 h 30 min}, {@code 3 d 2 h}: two units at most. */
    static String text(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d" + (time.toHoursPart() > 0 ? " " + time.toHoursPart() + " h" : "");
        }
        return time.toHours() > 0 ? time.toHours() + " h" + (time.toMinutesPart() > 0 ? " " + time.toMinutesPart() + " min" : "")
                : time.toMinutes() + " min";
    }

    /** Hours and minutes, as hours of work are added up. */
    static String hours(Duration time) {
        return "%d:%02d h".formatted(time.toHours(), time.toMinutesPart());
    }
}
