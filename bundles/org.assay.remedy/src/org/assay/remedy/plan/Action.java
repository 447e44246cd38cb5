package org.assay.remedy.plan;

import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;

/**
 * What is done about a change. It takes the place from one state to another: from {@link #before}, without which it is not done, to
 * {@link #after}. Undoing is the same the other way round.
 */
public sealed interface Action {

    /** The number of the change that it answers. */
    int change();

    /** What it is about: where that is which is there afterwards, or was before. */
    default Location location() {
        return (after().isPresent() ? after() : before()).orElseThrow().location();
    }

    Phase phase();

    /** What must be there so that it may be done: by content, type and target, not by times and owners; empty when nothing may be there. */
    Optional<? extends Item> before();

    /** What is there when it is done; empty when nothing is. */
    Optional<? extends Item> after();

    /** Give the registry value its baseline type and data again; makes the key when it is missing. */
    record RestoreValue(int change, ValueItem baseline, Optional<ValueItem> before) implements Action {

        @Override
        public Phase phase() {
            return Phase.REGISTRY;
        }

        @Override
        public Optional<ValueItem> after() {
            return Optional.of(baseline);
        }
    }

    /** Make the registry key again that the baseline has. */
    record RestoreKey(int change, KeyItem baseline) implements Action {

        @Override
        public Phase phase() {
            return Phase.REGISTRY;
        }

        @Override
        public Optional<KeyItem> before() {
            return Optional.empty();
        }

        @Override
        public Optional<KeyItem> after() {
            return Optional.of(baseline);
        }
    }

    /** Remove a registry value that the baseline has not. */
    record RemoveValue(int change, ValueItem present) implements Action {

        @Override
        public Phase phase() {
            return Phase.DISARM;
        }

        @Override
        public Optional<ValueItem> before() {
            return Optional.of(present);
        }

        @Override
        public Optional<ValueItem> after() {
            return Optional.empty();
        }
    }

    /**
     * Remove a registry key, with all it holds, that the baseline has not.
     *
     * @param held the keys and values that are known to be below it, in order; it may hold nothing else
     */
    record RemoveKey(int change, KeyItem present, List<Item> held) implements Action {

        public RemoveKey {
            held = List.copyOf(held);
        }

        @Override
        public Phase phase() {
            return Phase.DISARM;
        }

        @Override
        public Optional<KeyItem> before() {
            return Optional.of(present);
        }

        @Override
        public Optional<KeyItem> after() {
            return Optional.empty();
        }
    }

    /** End the processes that run this program. */
    record StopProcesses(int change, FileItem program) implements Action {

        @Override
        public Phase phase() {
            return Phase.STOP;
        }

        @Override
        public Optional<FileItem> before() {
            return Optional.of(program);
        }

        @Override
        public Optional<FileItem> after() {
            return Optional.of(program);
        }
    }

    /** Stop what the system runs under a name, so that it starts nothing of it again while what starts it is taken away. */
    record StopManaged(int change, Managed managed) implements Action {

        @Override
        public Phase phase() {
            return Phase.STOP;
        }

        /** What defines it. */
        @Override
        public Optional<? extends Item> before() {
            return Optional.of(managed.definition());
        }

        /** The same: it is taken away by a later step. */
        @Override
        public Optional<? extends Item> after() {
            return before();
        }
    }

    /** Move a file or a link into quarantine if it still is what was judged; a folder is taken away if it is empty by then. */
    record Quarantine(int change, FileItem present) implements Action {

        @Override
        public Phase phase() {
            return present.kind() == FileKind.DIRECTORY ? Phase.TIDY : Phase.MOVE;
        }

        @Override
        public Optional<FileItem> before() {
            return Optional.of(present);
        }

        @Override
        public Optional<FileItem> after() {
            return Optional.empty();
        }
    }

    /** Move a file back to where the baseline has it. */
    record MoveBack(int change, FileItem baseline, FileItem present) implements Action {

        @Override
        public Location location() {
            return present.location();
        }

        @Override
        public Phase phase() {
            return Phase.RESTORE;
        }

        @Override
        public Optional<FileItem> before() {
            return Optional.of(present);
        }

        /** What is at the baseline's place then; nothing is left at {@link #location}. */
        @Override
        public Optional<FileItem> after() {
            return Optional.of(baseline);
        }
    }

    /** Put the baseline's file, link or folder in its place; what is there goes into quarantine first. */
    record RestoreFile(int change, FileItem baseline, Optional<FileItem> before) implements Action {

        @Override
        public Phase phase() {
            return Phase.RESTORE;
        }

        @Override
        public Optional<FileItem> after() {
            return Optional.of(baseline);
        }
    }

    /** Give a file or folder the baseline's mode, owner, group, time and extended attributes; its content is the baseline's already. */
    record RestoreAttributes(int change, FileItem baseline, FileItem present) implements Action {

        @Override
        public Phase phase() {
            return Phase.RESTORE;
        }

        @Override
        public Optional<FileItem> before() {
            return Optional.of(present);
        }

        @Override
        public Optional<FileItem> after() {
            return Optional.of(baseline);
        }
    }

    /** Restart the machine, so that nothing runs any more that was started before. */
    record Restart(int change, Location location) implements Action {

        @Override
        public Phase phase() {
            return Phase.RESTART;
        }

        @Override
        public Optional<Item> before() {
            return Optional.empty();
        }

        @Override
        public Optional<Item> after() {
            return Optional.empty();
        }
    }

    /**
     * A person must do it.
     *
     * @param why why no script does it, as a sentence
     * @param steps what to do, in order
     */
    record ManualStep(int change, Location location, String why, List<String> steps) implements Action {

        public ManualStep {
            steps = List.copyOf(steps);
        }

        @Override
        public Phase phase() {
            return Phase.PERSON;
        }

        @Override
        public Optional<Item> before() {
            return Optional.empty();
        }

        @Override
        public Optional<Item> after() {
            return Optional.empty();
        }
    }
}
