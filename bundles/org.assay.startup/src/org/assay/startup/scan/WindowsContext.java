package org.assay.startup.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.model.text.RegistryName;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.format.TaskFile;
import org.assay.startup.match.StartupMatch;
import org.assay.startup.tree.Owner;
import org.assay.startup.windows.RegistryFacts;
import org.assay.startup.windows.ServiceFacts.Service;

/** What the rest of a Windows snapshot says of an entry: whose it is, whether it takes effect, what to mind. */
public final class WindowsContext {

    /** The keys whose values are commands that Explorer runs at logon. */
    private static final Set<String> RUN_KEYS = Set.of("RUN", "RUNONCE", "RUNONCEEX", "RUNSERVICES", "RUNSERVICESONCE");
    /** Longer commands do not run (Microsoft Learn, "Run and RunOnce Registry Keys"). */
    private static final int MAX_RUN_LENGTH = 260;
    private static final int TASK_PARENT = 6;

    private final RegistryFacts facts;

    /** {@code matches} tell which tasks have a file. */
    public WindowsContext(RegistryFacts facts, List<StartupMatch> matches) {
        this.facts = facts;
        matches.stream().map(match -> taskFile(match)).flatMap(Optional::stream).forEach(facts.tasks()::file);
    }

    /** The same entry with all that is known of it. */
    public StartupMatch of(StartupMatch match) {
        if (match.autostart().system() != OperatingSystem.WINDOWS) {
            return match;
        }
        EntryDetails known = match.details();
        List<String> remarks = new ArrayList<>(known.remarks());
        String owner = known.user().isEmpty() ? Owner.of(match.where()) : known.user();
        EntryState state = match.autostart().disabled() || facts.approved().isDisabled(match.where(), owner)
                ? EntryState.DISABLED : known.state();
        Optional<Service> service = service(match.where());
        if (service.isPresent()) {
            service.get().when().ifPresent(remarks::add);
            owner = service.get().user().orElse(owner);
            state = service.get().isDisabled() ? EntryState.DISABLED : state;
            if (isNamed(match.where(), "FAILURECOMMAND") && service.get().neverRunsFailureCommand()) {
                remarks.add("None of the service's failure actions runs a command, so it does not run.");
                state = EntryState.DISABLED;
            }
        }
        if (facts.services().isInactive(match.where())) {
            remarks.add("It belongs to a control set that the system did not use last.");
            state = EntryState.INACTIVE;
        }
        StartupMatch named = task(match, remarks);
        if (taskFile(match).filter(facts.tasks()::isUnregistered).isPresent()) {
            remarks.add("The Task Scheduler's list in the registry does not have the task, so it does not run.");
            state = EntryState.INACTIVE;
        }
        run(match, remarks);
        return named.with(new EntryDetails(owner, state, known.raw(), remarks));
    }

    private Optional<Service> service(Location where) {
        List<String> names = where.components();
        boolean below = !where.space().isFile() && names.size() > 4 && RegistryName.fold(names.get(3)).equals("SERVICES")
                && RegistryName.fold(names.get(1)).equals("SYSTEM");
        return below ? facts.services().service(names.get(4), names.get(2)) : Optional.empty();
    }

    /** A task in the registry is called by its path, and may be hidden. */
    private StartupMatch task(StartupMatch match, List<String> remarks) {
        List<String> names = match.where().components();
        if (match.where().space().isFile() || names.size() < TASK_PARENT + 3
                || !RegistryName.fold(names.get(TASK_PARENT)).equals("TASKCACHE")) {
            return match;
        }
        if (RegistryName.fold(names.get(TASK_PARENT + 1)).equals("TREE")) {
            String path = "\\" + String.join("\\", names.subList(TASK_PARENT + 2, names.size() - 1));
            remarks.addAll(facts.tasks().remarks(path));
            return match.called(path);
        }
        Optional<String> path = facts.tasks().path(names.get(TASK_PARENT + 2));
        path.ifPresent(known -> remarks.addAll(facts.tasks().remarks(known)));
        return path.map(known -> match.called(known)).orElse(match);
    }

    private static Optional<List<String>> taskFile(StartupMatch match) {
        List<String> names = match.where().components();
        if (match.autostart().format().equals(TaskFile.FORMAT)) {
            for (int at = 1; at < names.size() - 1; at++) {
                if (RegistryName.fold(names.get(at)).equals("TASKS") && RegistryName.fold(names.get(at - 1)).equals("SYSTEM32")) {
                    return Optional.of(names.subList(at + 1, names.size()));
                }
            }
        }
        return Optional.empty();
    }

    private static void run(StartupMatch match, List<String> remarks) {
        List<String> names = match.where().components();
        if (match.where().space().isFile() || names.size() < 3) {
            return;
        }
        String key = RegistryName.fold(names.get(names.size() - 2));
        if (RUN_KEYS.contains(key) && match.command().length() > MAX_RUN_LENGTH) {
            remarks.add("Commands of more than " + MAX_RUN_LENGTH + " characters do not run.");
        }
        if (key.startsWith("RUNONCE") && names.getLast().startsWith("!")) {
            remarks.add("It is deleted only after it has run.");
        }
        if (key.startsWith("RUNONCE") && names.getLast().startsWith("*")) {
            remarks.add("It runs in safe mode, too.");
        }
        if (names.getLast().indexOf('\0') >= 0) {
            remarks.add("Its name holds a NUL, which hides it from the tools of Windows.");
        }
    }

    private static boolean isNamed(Location where, String folded) {
        return RegistryName.fold(where.name()).equals(folded);
    }
}
