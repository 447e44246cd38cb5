package org.assay.startup.match;

import java.util.List;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.TargetOutcome;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.OperatingSystem;

/**
 * A startup entry, before anybody looked for the file that it starts.
 *
 * @param command the command as it would run
 * @param forms the ways to write it that are held against the clean default
 * @param start how to find out what starts
 * @param details whose it is and whether it takes effect, as far as the place itself tells
 */
public record StartupMatch(AutostartLocation autostart, Location where, String label, String command, Forms forms, Start start,
        EntryDetails details) {

    public StartupMatch with(EntryDetails newDetails) {
        return new StartupMatch(autostart, where, label, command, forms, start, newDetails);
    }

    public StartupMatch called(String newLabel) {
        return new StartupMatch(autostart, where, newLabel, command, forms, start, details);
    }

    /** How to find out what starts. */
    public sealed interface Start {

        /** What {@code text}, which stands at {@code autostart}, starts; nothing where such data starts nothing. */
        static Start of(String text, AutostartLocation autostart) {
            DataKind kind = autostart.data().ofText();
            boolean windows = autostart.system() == OperatingSystem.WINDOWS;
            LaunchContext context = windows ? new LaunchContext(List.of(), autostart.folders(), "")
                    : LaunchContext.searching(autostart.folders());
            return kind.startsNothing() ? new Decided(TargetOutcome.NONE) : new Names(text, kind, context);
        }

        /** The same for data of {@code kind}, wherever it stands. */
        static Start of(String text, DataKind kind) {
            return kind.startsNothing() ? new Decided(TargetOutcome.NONE) : new Names(text, kind, LaunchContext.USUAL);
        }

        /** The file itself. */
        record Itself(FileItem file) implements Start {
        }

        /**
         * What {@code text} names, read as data of {@code kind}.
         *
         * @param context what the command finds around it
         */
        record Names(String text, DataKind kind, LaunchContext context) implements Start {
        }

        /** The same entry read in another way; it is told only where that leads to another file. */
        record Otherwise(Names names) implements Start {
        }

        /** The files that {@code text}, which stands in a file, names by their paths; those that are there, and are no other's target. */
        record Mentions(String text) implements Start {
        }

        /** Nothing that could be looked for. */
        record Decided(TargetOutcome outcome) implements Start {
        }
    }

    /**
     * The ways to write what was found.
     *
     * @param whole all of the data, alone and behind its name
     * @param members the single members of a list
     */
    public record Forms(List<String> whole, List<String> members) {

        public static final Forms NONE = new Forms(List.of(), List.of());
    }
}
