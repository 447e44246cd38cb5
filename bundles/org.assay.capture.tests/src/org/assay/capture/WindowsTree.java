package org.assay.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.testkit.HiveBuilder;

/** Makes the folders of a Windows machine with small hives in them. */
public final class WindowsTree {

    public static final String PROFILE_LIST = "Microsoft\\Windows NT\\CurrentVersion\\ProfileList";

    private final Path root;

    public WindowsTree(Path root) {
        this.root = root;
    }

    /** Writes a hive at {@code path}, which has slashes between its names. */
    public WindowsTree hive(String path, Consumer<HiveBuilder.Key> content) throws IOException {
        HiveBuilder builder = new HiveBuilder(5);
        content.accept(builder.root());
        return file(path, builder.build());
    }

    public WindowsTree file(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    /** A SYSTEM hive whose current control set is number {@code current} of two. */
    public WindowsTree system(String path, int current) throws IOException {
        return hive(path, key -> {
            for (int number = 1; number <= 2; number++) {
                below(key, "ControlSet00" + number + "\\Services\\dhcp").text("ImagePath", number == current ? "current" : "other");
            }
            key.key("Select").value("Current", ValueType.DWORD, (byte) current, (byte) 0, (byte) 0, (byte) 0);
        });
    }

    /** A SOFTWARE hive with a profile for each of {@code users}: a SID, a blank, a folder. */
    public WindowsTree software(String path, String... users) throws IOException {
        return hive(path, key -> {
            HiveBuilder.Key profiles = below(key, PROFILE_LIST);
            for (String user : users) {
                String[] parts = user.split(" ", 2);
                profiles.key(parts[0]).text("ProfileImagePath", parts[1]);
            }
        });
    }

    /** A user's hive with one value in its Run key. */
    public WindowsTree user(String path, String command) throws IOException {
        return hive(path, key -> below(key, "Software\\Microsoft\\Windows\\CurrentVersion\\Run").text("start", command));
    }

    static HiveBuilder.Key below(HiveBuilder.Key key, String path) {
        HiveBuilder.Key at = key;
        for (String name : path.split("\\\\")) {
            at = at.key(name);
        }
        return at;
    }

    /** An export with this text. */
    public static Path export(Path file, String... lines) throws IOException {
        String text = "\ufeffWindows Registry Editor Version 5.00\r\n\r\n" + String.join("\r\n", lines) + "\r\n";
        return Files.write(file, text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** Every registry value that was captured, as text. */
    public static List<String> values(RecordingSink sink) {
        return sink.items.stream().filter(ValueItem.class::isInstance).map(ValueItem.class::cast)
                .map(value -> value.location() + " = " + ValueType.display(value.type(), value.data(), 80)).sorted().toList();
    }

    /** Every registry location that was captured. */
    public static List<Location> registry(RecordingSink sink) {
        return sink.items.stream().filter(item -> item instanceof KeyItem || item instanceof ValueItem).map(Item::location)
                .sorted(Location.ORDER).collect(Collectors.toList());
    }
}
