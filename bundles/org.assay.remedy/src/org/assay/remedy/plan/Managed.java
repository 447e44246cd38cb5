package org.assay.remedy.plan;

import java.util.List;

import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;

/** What a system starts, watches and starts again under a name of its own. */
public sealed interface Managed {

    /** What the system calls it; a text of the evidence. */
    String name();

    /** The file or key that defines it. */
    Item definition();

    /**
     * A service of Windows that runs in a process.
     *
     * @param definition its key
     * @param start how it is started, by the word that {@code sc config} has for it
     * @param held what is known to be in its key
     */
    record WindowsService(String name, KeyItem definition, String start, List<Item> held) implements Managed {

        /** The word for one that is not started. */
        public static final String DISABLED = "disabled";

        public WindowsService {
            held = List.copyOf(held);
        }
    }

    /** A task of the scheduler of Windows Vista and later; its name begins with a backslash. */
    record ScheduledTask(String name, FileItem definition) implements Managed {
    }

    /** A unit of the system's systemd. */
    record SystemdUnit(String name, FileItem definition) implements Managed {
    }

    /** A job of launchd that is the machine's, not a user's. */
    record LaunchdDaemon(String name, FileItem definition) implements Managed {
    }
}
