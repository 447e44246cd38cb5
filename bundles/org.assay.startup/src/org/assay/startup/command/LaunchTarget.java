package org.assay.startup.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.startup.TargetOutcome;
import org.assay.startup.command.TargetSearch.Candidate;

/** What a command starts, as far as its text tells, before it is known which files there are. */
public sealed interface LaunchTarget {

    /** The paths that it may be at, those of what it starts in turn among them. */
    default Stream<Candidate> paths() {
        return switch (this) {
            case Program program -> program.readings().stream().flatMap(reading -> Stream.concat(reading.candidates().stream(),
                    reading.payload().stream().flatMap(LaunchTarget::paths)));
            case Decided _ -> Stream.empty();
            case Mentioned mentioned -> mentioned.candidates().stream();
            case Folder folder -> Stream.of(folder.files());
        };
    }

    /** {@code read}, and behind it those of {@code mentioned} that nothing in it stands for. */
    static List<LaunchTarget> joined(List<LaunchTarget> read, List<Mentioned> mentioned) {
        Set<Candidate> known = read.stream().flatMap(LaunchTarget::paths).collect(Collectors.toSet());
        return Stream.concat(read.stream(), mentioned.stream().map(each -> new Mentioned(each.candidates().stream()
                .filter(candidate -> !known.contains(candidate)).toList()))).toList();
    }

    /**
     * One of several readings of the same text, the one that the system tries first at the beginning.
     *
     * @param script whether it is one of several commands in a shell's text, where a name that is nowhere may be the shell's own
     */
    record Program(List<Reading> readings, boolean script) implements LaunchTarget {
    }

    /** The text alone decides: an inline script, another machine, nothing, or nothing that could be understood. */
    record Decided(TargetOutcome outcome, String path, String remark) implements LaunchTarget {
    }

    /**
     * A file that the text names by a path somewhere, without anybody's knowing what is done with it there; it counts where it exists.
     *
     * @param candidates the readings of its path
     */
    record Mentioned(List<Candidate> candidates) implements LaunchTarget {

        public Mentioned {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Every file that lies directly in a folder.
     *
     * @param path the folder, for people
     * @param files what lies in it
     */
    record Folder(String path, Candidate files) implements LaunchTarget {
    }

    /**
     * A text read so that the program's name ends at a certain place.
     *
     * @param name the program's name as it stands there
     * @param candidates where it may be, in the order in which the system looks
     * @param host whether the program is known to start what its arguments name
     * @param both whether the host itself counts as started too
     * @param payload what it starts in turn
     */
    record Reading(String name, List<Candidate> candidates, boolean host, boolean both, List<LaunchTarget> payload) {

        public Reading {
            candidates = List.copyOf(candidates);
            payload = List.copyOf(payload);
        }
    }
}
