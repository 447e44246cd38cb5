package org.assay.startup.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.catalogue.OperatingSystem;
import org.assay.startup.catalogue.SettingPattern;
import org.assay.startup.text.CodePage;
import org.assay.startup.text.Limits;
import org.assay.startup.text.ShellText;
import org.assay.startup.text.TextFile;

/**
 * The names of further files that a settings file includes: what follows the settings that its location's {@code follow} names, and what
 * shells read by {@code .} and {@code source}.
 */
public final class Includes {

    private static final int MAX_NAME_COUNT = 64;

    /** What an element of XML includes by its text: D-Bus has no other settings. */
    private static final Pattern ELEMENT = Pattern.compile("<(\\w{1,64})>\\s{0,64}([^<>\\s]{1,4096})\\s{0,64}</");
    /** Its names are each user's own, see {@link #keys}. */
    private static final String KEYS = "AuthorizedKeysFile";

    private Includes() {
    }

    /** The names as they stand in {@code content}, which lies at {@code autostart}; none where such files include nothing. */
    public static List<String> named(AutostartLocation autostart, byte[] content) {
        Stream<String> read = autostart.format().equals("shell") ? shell(content) : Stream.empty();
        Stream<String> followed = autostart.follow().isEmpty() ? Stream.empty() : followed(autostart, content);
        return Stream.concat(read, followed).map(name -> name.replaceAll("[\"'<>;]", "").strip()
                .replaceFirst("^-(?=/)", "")).filter(name -> !name.isEmpty()).distinct()
                .limit(MAX_NAME_COUNT).toList();
    }

    /** Whether files at {@code autostart} may include others. */
    public static boolean mayBe(AutostartLocation autostart) {
        return !autostart.follow().isEmpty() || autostart.format().equals("shell");
    }

    private static Stream<String> shell(byte[] content) {
        List<String> names = new ArrayList<>();
        for (String line : TextFile.lines(TextFile.unix(content).replace("\\\n", " "))) {
            if (names.size() < MAX_NAME_COUNT && (line.contains(".") || line.contains("source"))) {
                ShellText.commands(Limits.cut(line)).stream().filter(words -> words.size() > 1 && (words.getFirst().equals(".")
                        || words.getFirst().equals("source"))).map(words -> words.get(1)).forEach(names::add);
            }
        }
        return names.stream();
    }

    private static Stream<String> followed(AutostartLocation autostart, byte[] content) {
        List<SettingPattern> patterns = autostart.follow().stream().map(SettingPattern::parse).toList();
        SettingsFormat format = SettingsFormats.named(autostart.format()).orElseGet(DirectiveFile::new);
        String text = autostart.system() == OperatingSystem.WINDOWS ? TextFile.windows(content, CodePage.GUESSED) : TextFile.unix(content);
        return format.settings(ELEMENT.matcher(text).replaceAll("\n$1=$2\n"),
                word -> patterns.stream().anyMatch(pattern -> pattern.accepts("", word))).stream()
                .filter(setting -> patterns.stream().anyMatch(pattern -> pattern.accepts(setting.section(), setting.name())))
                .flatMap(setting -> setting.name().equalsIgnoreCase(KEYS) ? keys(setting.value())
                        : Arrays.stream(setting.value().split("\\s+")));
    }

    /** Files of keys, which lie in each home where their names have no root (sshd_config(5), "TOKENS"); but those that are always read. */
    private static Stream<String> keys(String value) {
        return Arrays.stream(value.split("\\s+")).filter(name -> !name.equals("none") && !name.matches("(%h/)?\\.ssh/authorized_keys2?"))
                .map(name -> name.replaceAll("%[uU]", "*")).flatMap(name -> name.startsWith("/") ? Stream.of(name)
                        : Stream.of("/home/*/", "/root/").map(home -> home + name.replaceFirst("^%h/", "")));
    }
}
