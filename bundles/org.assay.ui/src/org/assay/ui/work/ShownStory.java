package org.assay.ui.work;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.model.startup.StartupRow;

/**
 * What is looked for in a comparison after its changes are shown.
 *
 * @param leads what to follow, and then what is explained
 * @param unread places that name something which starts and could not be understood
 * @param changeByLocation the numbers of the changes of startup entries and of the files that they start
 */
public record ShownStory(List<ShownLead> leads, List<StartupRow> startup, List<Gap> unread, Map<Location, Integer> changeByLocation) {

    public ShownStory {
        leads = List.copyOf(leads);
        startup = List.copyOf(startup);
        unread = List.copyOf(unread);
        Map<Location, Integer> ordered = new TreeMap<>(Location.ORDER);
        ordered.putAll(changeByLocation);
        changeByLocation = ordered;
    }
}
