package org.assay.startup.systemd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.assay.model.item.FileItem;
import org.assay.startup.format.IniFile;
import org.assay.startup.format.Setting;
import org.assay.startup.text.Limits;
import org.assay.startup.text.NamedPaths;
import org.assay.startup.text.ShellText;
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
    private static final int MAX_FILE_COUNT = 16;
    private static final Set<String> BRINGING = Set.of("RootImage", "BindPaths", "BindReadOnlyPaths", "What", "LoadCredential",
            "SetCredential", "ExtensionImages", "MountImages", "StandardInput", "StandardInputText", "OpenFile", "EnvironmentFile");
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

    /** The same with what the files say that it takes its environment from (systemd.exec(5), "EnvironmentFile="), by their paths. */
    UnitFile with(Function<String, Optional<byte[]>> contents) {
        List<Setting> all = new ArrayList<>(settings);
        values("EnvironmentFile").map(path -> path.startsWith("-") ? path.substring(1) : path).limit(MAX_FILE_COUNT).map(contents)
                .flatMap(Optional::stream).flatMap(content -> TextFile.lines(TextFile.unix(content)).stream()).map(String::strip)
                .filter(line -> !line.startsWith("#") && !line.startsWith(";")).map(line -> ShellText.words(Limits.cut(line)))
                .filter(words -> !words.isEmpty() && words.getFirst().indexOf('=') > 0).limit(Limits.MAX_COMMAND_COUNT)
                .map(words -> new Setting("Service", "Environment", quoted(words.getFirst()))).forEach(all::add);
        return new UnitFile(file, all);
    }

    private static String quoted(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + "\"";
    }

    /** Paths that a setting names which is no command, but brings files into a place from which something runs. */
    Stream<String> named(UnitSpecifiers specifiers) {
        return Stream.concat(settings.stream().filter(each -> BRINGING.contains(each.name())).map(each -> specifiers.fill(each.value())),
                values("StandardInputData").map(UnitFile::decoded)).flatMap(value -> NamedPaths.unix(value).stream());
    }

    /** What a unit's programs read as their input is given in Base64 (systemd.exec(5), "StandardInputData="). */
    private static String decoded(String value) {
        String digits = value.replaceAll("[^A-Za-z0-9+/]", "");
        return new String(Base64.getDecoder().decode(digits.substring(0, digits.length() - digits.length() % 4)),
                StandardCharsets.ISO_8859_1);
    }

    /** The directories that are laid over the root that the unit's programs see (systemd.exec(5), "ExtensionDirectories="). */
    Stream<String> overlays(UnitSpecifiers specifiers) {
        return values("ExtensionDirectories").map(specifiers::fill).flatMap(value -> NamedPaths.unix(value).stream());
    }

    /** What is laid over the directories that the unit's programs see, with colons ({@code source:destination}; systemd.exec(5)). */
    Stream<String> bound(UnitSpecifiers specifiers) {
        return Stream.of("BindPaths", "BindReadOnlyPaths").flatMap(this::values).map(specifiers::fill)
                .flatMap(value -> UnitWords.of(value).stream()).filter(word -> word.indexOf(':') > 0).limit(MAX_FILE_COUNT);
    }

    /** The units with an instance that it asks for, which no link shows. */
    List<String> instances() {
        return named().stream().filter(name -> name.indexOf('@') > 0 && name.indexOf("@.") < 0).distinct().limit(MAX_FILE_COUNT).toList();
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
