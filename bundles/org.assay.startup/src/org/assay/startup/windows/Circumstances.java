package org.assay.startup.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.EntryDetails;
import org.assay.model.EntryState;
import org.assay.model.Location;
import org.assay.model.RegistryName;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.match.Sighting;
import org.assay.startup.tree.Owner;
import org.assay.startup.windows.ServiceFacts.Service;

/** What the rest of a Windows snapshot says of an entry: whose it is, whether it takes effect, what to mind. */
public final class Circumstances {

    /** The keys whose values are commands that Explorer runs at logon. */
    private static final Set<String> RUN_KEYS = Set.of("RUN", "RUNONCE", "RUNONCEEX", "RUNSERVICES", "RUNSERVICESONCE");
    /** Longer commands do not run (Microsoft Learn, "Run and RunOnce Registry Keys"). */
    private static final int LONGEST_RUN = 260;
    private static final int TASK_PARENT = 6;

    private final RegistryFacts facts;

    /** {@code sightings} tell which tasks have a file. */
    public Circumstances(RegistryFacts facts, List<Sighting> sightings) {
        this.facts = facts;
        sightings.stream().map(sighting -> taskFile(sighting)).flatMap(Optional::stream).forEach(facts.tasks()::file);
    }

    /** The same entry with all that is known of it. */
    public Sighting of(Sighting sighting) {
        if (sighting.autostart().system() != OperatingSystem.WINDOWS) {
            return sighting;
        }
        EntryDetails told = sighting.details();
        List<String> remarks = new ArrayList<>(told.remarks());
        String owner = told.user().isEmpty() ? Owner.of(sighting.where()) : told.user();
        EntryState state = sighting.autostart().disabled() || facts.approved().isDisabled(sighting.where(), owner)
                ? EntryState.DISABLED : told.state();
        Optional<Service> service = service(sighting.where());
        if (service.isPresent()) {
            service.get().when().ifPresent(remarks::add);
            owner = service.get().user().orElse(owner);
            state = service.get().isDisabled() ? EntryState.DISABLED : state;
            if (isNamed(sighting.where(), "FAILURECOMMAND") && service.get().neverRunsFailureCommand()) {
                remarks.add("None of the service's failure actions runs a command, so it does not run.");
                state = EntryState.DISABLED;
            }
        }
        if (facts.services().isInactive(sighting.where())) {
            remarks.add("It belongs to a control set that the system did not use last.");
            state = EntryState.INACTIVE;
        }
        Sighting named = task(sighting, remarks);
        if (taskFile(sighting).filter(facts.tasks()::isUnregistered).isPresent()) {
            remarks.add("The Task Scheduler's list in the registry does not have the task, so it does not run.");
            state = EntryState.INACTIVE;
        }
        run(sighting, remarks);
        return named.with(new EntryDetails(owner, state, told.raw(), remarks));
    }

    private Optional<Service> service(Location where) {
        List<String> names = where.components();
        boolean below = !where.space().isFile() && names.size() > 4 && RegistryName.fold(names.get(3)).equals("SERVICES")
                && RegistryName.fold(names.get(1)).equals("SYSTEM");
        return below ? facts.services().service(names.get(4), names.get(2)) : Optional.empty();
    }

    /** A task in the registry is called by its path, and may be hidden. */
    private Sighting task(Sighting sighting, List<String> remarks) {
        List<String> names = sighting.where().components();
        if (sighting.where().space().isFile() || names.size() < TASK_PARENT + 3
                || !RegistryName.fold(names.get(TASK_PARENT)).equals("TASKCACHE")) {
            return sighting;
        }
        if (RegistryName.fold(names.get(TASK_PARENT + 1)).equals("TREE")) {
            remarks.addAll(facts.tasks().remarks("\\" + String.join("\\", names.subList(TASK_PARENT + 2, names.size() - 1))));
            return sighting;
        }
        Optional<String> path = facts.tasks().path(names.get(TASK_PARENT + 2));
        path.ifPresent(known -> remarks.addAll(facts.tasks().remarks(known)));
        return path.map(known -> sighting.called(known)).orElse(sighting);
    }

    private static Optional<List<String>> taskFile(Sighting sighting) {
        List<String> names = sighting.where().components();
        if (sighting.autostart().data() == DataKind.TASK) {
            for (int at = 1; at < names.size() - 1; at++) {
                if (RegistryName.fold(names.get(at)).equals("TASKS") && RegistryName.fold(names.get(at - 1)).equals("SYSTEM32")) {
                    return Optional.of(names.subList(at + 1, names.size()));
                }
            }
        }
        return Optional.empty();
    }

    private static void run(Sighting sighting, List<String> remarks) {
        List<String> names = sighting.where().components();
        if (sighting.where().space().isFile() || names.size() < 3) {
            return;
        }
        String key = RegistryName.fold(names.get(names.size() - 2));
        if (RUN_KEYS.contains(key) && sighting.command().length() > LONGEST_RUN) {
            remarks.add("Commands of more than " + LONGEST_RUN + " characters do not run.");
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
