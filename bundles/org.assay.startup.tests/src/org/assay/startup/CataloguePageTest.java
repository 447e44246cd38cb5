package org.assay.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.catalogue.LocationKind;
import org.assay.startup.catalogue.LocationKinds;
import org.assay.startup.catalogue.Reach;
import org.assay.startup.format.InternetShortcut;
import org.assay.startup.format.PifFile;
import org.assay.startup.format.SettingsFormats;
import org.assay.startup.format.Shortcut;
import org.assay.startup.format.StartupFormats;
import org.assay.startup.systemd.UnitMatches;
import org.assay.testkit.Checkout;
import org.junit.jupiter.api.Test;

/** Every kind and format is one that the standard catalogue uses and the page describes, so that none is forgotten. */
class CataloguePageTest {

    /** Windows knows them by a file's extension; no location names them. */
    private static final Set<String> BY_EXTENSION = Set.of(new Shortcut().name(), new InternetShortcut().name(), new PifFile().name());
    private static final List<AutostartLocation> LOCATIONS = Catalogue.standard().locations();

    private static Set<String> formats() {
        return Stream.of(StartupFormats.names(), SettingsFormats.names(), Set.of(UnitMatches.FORMAT)).flatMap(Set::stream)
                .filter(name -> !BY_EXTENSION.contains(name)).collect(Collectors.toSet());
    }

    @Test
    void everyKindThatIsSearchedHasALocation() {
        assertEquals(LocationKinds.ALL.stream().filter(kind -> kind.reach() != Reach.NOWHERE).collect(Collectors.toSet()),
                LOCATIONS.stream().filter(AutostartLocation::isReadable).map(AutostartLocation::kind).collect(Collectors.toSet()));
    }

    @Test
    void everyFormatHasALocation() {
        assertEquals(formats(), LOCATIONS.stream().map(AutostartLocation::format).filter(name -> !name.isEmpty())
                .collect(Collectors.toSet()));
    }

    @Test
    void everyNameIsOnThePage() throws IOException {
        String page = Files.readString(page());
        Stream<String> names = Stream.of(LocationKinds.ALL.stream().map(LocationKind::name), formats().stream(),
                Stream.of(DataKind.values()).map(kind -> kind.name().toLowerCase().replace('_', '-'))).flatMap(each -> each);
        assertEquals(List.of(), names.filter(name -> !page.contains("`" + name + "`")).toList());
    }

    private static Path page() {
        return Checkout.find("docs/startup-catalogue.md");
    }
}
