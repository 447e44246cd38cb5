package org.assay.app.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.ArgumentValues;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/**
 * Which hosts of a case are meant, and with which baseline they are compared.
 *
 * @param baseline the snapshot that all are compared with; empty where each has its own
 * @param groups the group of each host that is in one
 * @param group the only group that is meant; empty where all hosts are
 */
public record FleetArguments(Optional<Long> baseline, Map<String, String> groups, Optional<String> group) {

    public static final Argument<Long> BASELINE = Argument.optional("baseline", "Baseline of all", "The number of the snapshot that all"
            + " hosts are compared with; by default the latest baseline of each host.", "N", ArgumentType.WholeNumber.ID);
    public static final Argument<Path> GROUPS = Argument.optional("groups", "List of groups", "A list of hosts that says"
            + " which group each is"
            + " in: a table with the columns host and group.", "FILE", new ArgumentType.FilePath(false));
    public static final Argument<String> GROUP = Argument.optional("group", "Group", "Only the hosts of this group of the list.", "NAME",
            new ArgumentType.Text());

    public static final List<Argument<?>> ALL = List.of(BASELINE, GROUPS, GROUP);

    /** All hosts, each with its own baseline. */
    public static final FleetArguments EVERYTHING = new FleetArguments(Optional.empty(), Map.of(), Optional.empty());

    public FleetArguments {
        groups = Map.copyOf(groups);
    }

    /** What {@code values} say; reads the list. Fails with {@code WRONG_USAGE} for a group that it does not name. */
    public static FleetArguments of(ArgumentValues values) {
        Map<String, String> groups = values.find(GROUPS).map(HostList::read).orElse(HostList.NONE).groups();
        Optional<String> group = values.find(GROUP);
        group.ifPresent(name -> requireGroup(groups, name));
        return new FleetArguments(values.find(BASELINE), groups, group);
    }

    /** Fails with {@code WRONG_USAGE} where no host of {@code groups} is in {@code group}. */
    static void requireGroup(Map<String, String> groups, String group) {
        if (!groups.containsValue(group)) {
            throw new AssayException(ErrorCode.WRONG_USAGE, groups.isEmpty()
                    ? "Nothing says which hosts are in the group " + Visible.text(group) + ": give a list of groups."
                    : "No host of the list is in the group " + Visible.text(group) + ".");
        }
    }

    /** The group of {@code host}; empty where it is in none. */
    public String groupOf(String host) {
        return groups.getOrDefault(host, "");
    }

    /** Whether {@code host} is meant. */
    public boolean means(String host) {
        return group.isEmpty() || groupOf(host).equals(group.get());
    }
}
