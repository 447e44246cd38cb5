package org.assay.startup.format;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.ContentPolicy;
import org.assay.startup.match.FileStarts;

/** All formats, and which of them reads what. */
public final class StartupFormats {

    /** Of those that read the same place, the first that fits the content is taken. */
    public static final List<StartupFormat> ALL = List.of(
            new AuthorizedKeys(),
            new BatchFile(),
            new BackgroundItems(),
            new BitsQueue(),
            new Columns(),
            Crontab.ofUser(), Crontab.ofSystem(), Crontab.ofAnacron(),
            new DesktopEntry(),
            new EnvironmentFile(),
            new InternetShortcut(),
            new JsonValues(),
            new LaunchdJob(),
            new LaunchdOverrides(),
            new OfficeTemplate(),
            new PamRules(),
            new PifFile(),
            new PlistValues(),
            new PreloadList(),
            new ShellStartup(),
            new Shortcut(),
            new TaskActions(),
            new JobFile(),
            new TaskFile(),
            new WmiRepository(),
            new XmlValues());

    private StartupFormats() {
    }

    /** The names that a catalogue may give. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (StartupFormat format : ALL) {
            names.add(format.name());
        }
        return names;
    }

    /** Whether what starts stands inside what lies at {@code place}. */
    public static boolean isRead(FormatPlace place) {
        return ALL.stream().anyMatch(format -> format.reads(place));
    }

    /** Whether the file at a place that {@link #isRead is read} starts itself besides what stands inside it. */
    public static boolean startsItself(FormatPlace place) {
        return ALL.stream().anyMatch(format -> format.reads(place) && format.startsItself(place));
    }

    /** Whether nothing starts of {@code content}, and not the file itself either. */
    public static boolean isInert(FormatPlace place, byte[] content) {
        return ALL.stream().filter(format -> format.reads(place) && format.fits(content)).findFirst()
                .filter(format -> format.isInert(content)).isPresent();
    }

    /** What starts of {@code content}, which lies at a place that {@link #isRead is read}. */
    public static FileStarts read(FormatPlace place, byte[] content) {
        return ALL.stream().filter(format -> format.reads(place) && format.fits(content)).findFirst()
                .map(format -> format.read(place, content)).orElseThrow();
    }

    /** The largest content that is kept of files at {@code autostart}, in bytes. */
    public static long maxBytes(AutostartLocation autostart) {
        if (!autostart.kind().reach().hasEntries() || autostart.kind().precedence().isLeftOver()) {
            return ContentPolicy.INCLUDED_BYTES;
        }
        long most = ContentPolicy.KEPT_BYTES;
        for (StartupFormat format : ALL) {
            most = Math.max(most, format.name().equals(autostart.format()) ? format.maxBytes() : 0);
        }
        return most;
    }
}
