package org.assay.model.fleet;

import org.assay.model.Location;
import org.assay.model.change.CommonScope;
import org.assay.model.text.NameForm;
import org.assay.model.text.RegistryName;

/** Where something is, such that the same place of two machines is equal, however the names are written there. */
public final class FleetPlace {

    private FleetPlace() {
    }

    /**
     * The location without what may be written otherwise on another machine: the case of registry names and of files' names where that does
     * not count, and the form of Unicode.
     */
    public static Location of(Location location, CommonScope scope) {
        if (!location.space().isFile()) {
            return new Location(location.space(), location.components().stream().map(RegistryName::fold).toList());
        }
        boolean fold = scope.ignoresCase(location);
        return new Location(location.space(), location.components().stream().map(NameForm::composed)
                .map(name -> fold ? RegistryName.fold(name) : name).toList());
    }
}
