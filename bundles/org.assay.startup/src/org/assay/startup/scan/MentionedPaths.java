package org.assay.startup.scan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.startup.EntryDetails;
import org.assay.startup.catalogue.ContentPolicy;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.catalogue.Place;
import org.assay.startup.catalogue.PlaceIndex.Spot;
import org.assay.startup.match.StartupMatch;
import org.assay.startup.match.StartupMatch.Forms;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.EncodedText;
import org.assay.startup.text.NamedPaths;
import org.assay.startup.text.ProgramName;
import org.assay.startup.text.ScriptText;
import org.assay.startup.text.TextFile;
import org.assay.startup.tree.Contents;
import org.assay.startup.windows.RegistryFacts;

/** The paths that kept texts name: the program behind a directive that nobody described, what a script runs. */
final class MentionedPaths {

    /** The texts of so many files are searched. */
    private static final int MAX_TEXT_COUNT = 20_000;
    /** Where packages put things; a text that no location describes is told only by what else it names. */
    private static final List<String> OF_PACKAGES = List.of("/usr/", "/bin/", "/sbin/", "/lib", "/etc/", "/var/lib/", "/var/log/",
            "/var/cache/", "/run/", "/var/run/", "/boot/", "/snap/");
    private static final List<String> OF_WINDOWS = List.of("\\Windows\\", "\\WINNT\\", "\\Program Files\\", "\\Program Files (x86)\\");
    private static final String LOCAL = "/usr/local/";

    private final RegistryFacts facts;
    private int count;
    private Optional<Location> left = Optional.empty();

    MentionedPaths(RegistryFacts facts) {
        this.facts = facts;
    }

    /** Adds every path that the text of {@code file}, which is at {@code spots}, names. */
    void add(List<Spot> spots, FileItem file, Contents contents, List<StartupMatch> found) {
        Optional<Spot> spot = spots.stream().filter(each -> each.autostart().places().stream().anyMatch(Place::keepsContent)).findFirst();
        if (spot.isEmpty() || file.sizeBytes() > ContentPolicy.INCLUDED_BYTES) {
            return;
        }
        if (count >= MAX_TEXT_COUNT) {
            left = left.or(() -> Optional.of(file.location()));
            return;
        }
        count++;
        boolean rest = spot.get().autostart().kind().precedence().isLeftOver();
        contents.of(file).bytes().filter(bytes -> !TextFile.isBinary(bytes)).ifPresent(bytes -> paths(spot.get(), bytes).stream()
                .filter(path -> !rest || mayBePlanted(path)).forEach(path -> found.add(new StartupMatch(spot.get().autostart(),
                        file.location(), file.location().name(), path, Forms.NONE, new Start.Mentions(path), EntryDetails.NONE))));
    }

    /** Says from where on texts were not searched. */
    void end(List<Gap> gaps) {
        left.ifPresent(from -> gaps.add(new Gap(from, GapReason.UNSUPPORTED, "more than " + MAX_TEXT_COUNT
                + " texts may name programs; what those from here on name is not known")));
    }

    private List<String> paths(Spot spot, byte[] bytes) {
        return spot.autostart().system() == OperatingSystem.WINDOWS
                ? NamedPaths.windows(EncodedText.with(ScriptText.with(TextFile.windows(bytes, facts.codePages().ansi())))).stream()
                        .map(List::getFirst).toList()
                : NamedPaths.unix(EncodedText.with(TextFile.lines(TextFile.unix(bytes)).stream()
                        .filter(line -> !line.stripLeading().startsWith("#")).collect(Collectors.joining("\n"))));
    }

    /** Outside the folders of packages; on Windows also called like a program, for settings name documents more often. */
    private static boolean mayBePlanted(String path) {
        boolean windows = path.indexOf(':') == 1;
        return windows ? ProgramName.endsAsProgram(path) && OF_WINDOWS.stream().noneMatch(each -> path.regionMatches(true, 2, each, 0,
                each.length())) : path.startsWith(LOCAL) || OF_PACKAGES.stream().noneMatch(path::startsWith);
    }
}
