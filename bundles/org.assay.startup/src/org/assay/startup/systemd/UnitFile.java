package org.assay.startup.systemd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.item.FileItem;
import org.assay.startup.format.IniFile;
import org.assay.startup.format.Setting;
import org.assay.startup.text.Limits;
import org.assay.startup.text.TextFile;

/**
 * A unit file or a drop-in of systemd, as far as it tells what starts and when (systemd.unit(5), systemd.syntax(7)).
 *
 * @param settings in the file's order; at most {@link Limits#MAX_COMMAND_COUNT} of one file
 */
public record UnitFile(FileItem file, List<Setting> settings) {

    /** The settings whose value is a command, in the order in which systemd runs them. */
    static final List<String> COMMANDS = List.of("ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost", "ExecReload",
            "ExecReloadPost", "ExecStop", "ExecStopPre", "ExecStopPost");
    private static final Set<String> NAMING = Set.of("Wants", "Requires", "Requisite", "BindsTo", "Upholds", "OnFailure", "OnSuccess",
            "Sockets");

    public UnitFile {
        settings = List.copyOf(settings);
    }

    static UnitFile read(FileItem file, byte[] content) {
        StringBuilder joined = new StringBuilder();
        for (String line : TextFile.lines(TextFile.unix(content))) {
            String plain = line.strip();
            boolean comment = plain.startsWith("#") || plain.startsWith(";");
            if (plain.endsWith("\\") && !comment) {
                joined.append(plain, 0, plain.length() - 1).append(' ');
            } else if (!comment || joined.isEmpty()) {
                joined.append(comment ? "" : line).append('\n');
            }
        }
        List<Setting> settings = IniFile.settings(joined.toString());
        return new UnitFile(file, settings.size() <= Limits.MAX_COMMAND_COUNT ? settings
                : settings.subList(0, Limits.MAX_COMMAND_COUNT));
    }

    /** The settings that are commands; an empty one takes back those of its name before it. */
    List<Setting> commands() {
        return settings.stream().filter(each -> COMMANDS.contains(each.name())).toList();
    }

    /** Whether it has commands of its own, or sets what they load: a socket may have both beside the service that it starts. */
    boolean isActing() {
        return settings.stream().anyMatch(each -> COMMANDS.contains(each.name()) || each.name().equals("Environment"));
    }

    Stream<String> values(String name) {
        return settings.stream().filter(each -> each.name().equals(name)).map(Setting::value);
    }

    Optional<String> last(String name) {
        return values(name).reduce((_, later) -> later).filter(value -> !value.isEmpty());
    }

    /** Whether it says how it is enabled; without that it is started only because another unit asks for it. */
    boolean isInstallable() {
        return settings.stream().anyMatch(each -> each.section().equals("Install"));
    }

    /** The names of the units that it starts or asks for. */
    List<String> named() {
        List<String> names = new ArrayList<>();
        settings.stream().filter(each -> NAMING.contains(each.name()) && !each.section().equals("Install"))
                .forEach(each -> names.addAll(List.of(each.value().split("\\s+"))));
        return names;
    }
}
