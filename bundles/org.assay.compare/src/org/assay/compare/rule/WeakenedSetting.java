package org.assay.compare.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.TextPair;
import org.assay.compare.security.SecurityFiles;
import org.assay.compare.security.WeakSettings;
import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Space;
import org.assay.model.text.Visible;

/** Whoever means to stay first switches off what would stop, notice or record him. */
final class WeakenedSetting implements ChangeRule {

    private static final FindingType TYPE = new FindingType("weakened-setting", "Weakened setting",
            "settings of security in the registry and in files", List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW),
            List.of("T1562", "T1112"));
    private static final int MAX_TOLD = 3;
    private static final int MAX_VALUE_LENGTH = 100;
    /** {@code name value}, {@code name = value}, {@code name=value}. */
    private static final Pattern SETTING = Pattern.compile("([^\\s=]+)\\s*(?:=|\\s)\\s*(.*)");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(Change change, ComparisonContext context) {
        return switch (change.item()) {
            case ValueItem _ -> WeakSettings.judge(key(change.location()), change.location().name(), text(change.before()),
                    text(change.after())).map(weak -> TYPE.found(weak.severity(), weak.sentence()));
            case FileItem _ when SecurityFiles.holdsSettings(change.location()) -> context.texts(change)
                    .flatMap(lines -> file(change.location(), lines));
            case FileItem _, KeyItem _ -> Optional.empty();
        };
    }

    private static Location key(Location value) {
        return new Location(Space.KEY, value.components().subList(0, value.components().size() - 1));
    }

    private static Optional<String> text(Optional<Item> item) {
        return item.map(ValueItem.class::cast).map(value -> switch (value.type()) {
            case ValueType.DWORD -> value.data().length() == Integer.BYTES ? Long.toString(number(value)) : "";
            case ValueType.SZ, ValueType.EXPAND_SZ -> ValueType.string(value.data());
            default -> ValueType.display(value.type(), value.data(), MAX_VALUE_LENGTH);
        }).map(Visible::text);
    }

    private static long number(ValueItem value) {
        return value.data().unsignedAt(0) | value.data().unsignedAt(1) << 8 | value.data().unsignedAt(2) << 16
                | (long) value.data().unsignedAt(3) << 24;
    }

    private static Optional<Finding> file(Location location, TextPair lines) {
        Map<String, String> before = settings(lines.before());
        List<WeakSettings.Weakened> weak = new ArrayList<>();
        settings(lines.after()).forEach((name, value) -> WeakSettings.judge(location, name, Optional.ofNullable(before.get(name)),
                Optional.of(value)).ifPresent(weak::add));
        weak.sort(Comparator.comparing(WeakSettings.Weakened::severity).reversed());
        return weak.isEmpty() ? Optional.empty() : Optional.of(TYPE.found(weak.getFirst().severity(), weak.stream().limit(MAX_TOLD)
                .map(WeakSettings.Weakened::sentence).collect(Collectors.joining(" "))));
    }

    /** The value of each name; the last one counts. */
    private static Map<String, String> settings(List<String> lines) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher setting = SETTING.matcher(line);
            if (!line.startsWith("#") && !line.startsWith(";") && setting.matches()) {
                settings.put(setting.group(1), Visible.text(setting.group(2).replace("\"", "")));
            }
        }
        return settings;
    }
}
