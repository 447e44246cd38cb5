package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.startup.StartupEntry;
import org.assay.startup.Catalogue;
import org.assay.startup.StartupScan;
import org.assay.testkit.Corpora;
import org.assay.testkit.NeedsCorpora;

/** On real hives, every value that makes Windows start something is an entry of the startup view. */
@NeedsCorpora
class RealHivesStartupTest {

    /** What other readers of the registry report as well: Run values, commands and libraries of services, Winlogon's programs. */
    private static final Pattern STARTS = Pattern.compile("(?i).*\\\\microsoft\\\\windows\\\\currentversion\\\\run(once)? \\[.*"
            + "|hklm\\\\system\\\\[^\\\\]*controlset[^\\\\]*\\\\services\\\\[^\\\\]+( \\[imagepath]|\\\\parameters \\[servicedll])"
            + "|.*\\\\windows nt\\\\currentversion\\\\winlogon \\[(shell|userinit|taskman|vmapplet|ginadll|uihost)]"
            + "|.*\\\\windows nt\\\\currentversion\\\\windows \\[(load|run)]", Pattern.DOTALL);

    @Test
    void everyValueThatStartsSomethingIsAnEntry(@TempDir Path folder) throws IOException {
        int starting = 0;
        List<String> missing = new ArrayList<>();
        try (Case openCase = Case.create(folder.resolve("case")); Stream<Path> files = Files.walk(Corpora.hives())) {
            for (Path hive : files.filter(RealHivesStartupTest::isHive).sorted(Comparator.naturalOrder()).toList()) {
                Snapshot snapshot = new CaptureSnapshot("PC", Role.BASELINE, hive.getFileName().toString(),
                        List.of(new Evidence(SourceKind.HIVE, root(hive), hive.toString())), CatalogueFiles.NONE,
                                CaptureOptions.standard()).run(openCase, Progress.NONE);
                SnapshotView view = openCase.store().view(snapshot.id());
                Set<Location> entries = new TreeSet<>(Location.ORDER);
                StartupScan.run(Catalogue.standard(), view, Progress.NONE).entries().stream().map(StartupEntry::location)
                        .forEach(entries::add);
                try (ItemStream items = view.items()) {
                    while (items.hasNext()) {
                        Item item = items.next();
                        if (item instanceof ValueItem && STARTS.matcher(item.location().text()).matches()) {
                            starting++;
                            if (!entries.contains(item.location())) {
                                missing.add(hive.getFileName() + " " + item.location().text());
                            }
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(starting > 2000, "values that start something: " + starting);
    }

    /** One hive holds only a part of a user's, which nothing in it tells. */
    private static String root(Path hive) {
        return hive.endsWith("ntuser_software_partial") ? "HKCU\\Software" : "";
    }

    /** The NT hives of users and of the system; those of Windows 95 to Me are read from exports here. */
    private static boolean isHive(Path file) {
        if (file.getParent().endsWith("dfwinreg")) {
            return false;
        }
        String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
        boolean known = Stream.of("NTUSER", "SYSTEM", "USER.DAT", "TRANSACTIONS_NTUSER.DAT").anyMatch(name::startsWith);
        return known && !name.contains(".LOG") && Files.isRegularFile(file);
    }
}
