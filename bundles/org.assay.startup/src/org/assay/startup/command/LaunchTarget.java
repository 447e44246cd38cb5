package org.assay.startup.command;

import java.util.List;

import org.assay.model.startup.TargetOutcome;
import org.assay.startup.command.TargetSearch.Candidate;

/** What a command starts, as far as its text tells, before it is known which files there are. */
public sealed interface LaunchTarget {

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
