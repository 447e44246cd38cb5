package org.assay.startup.windows;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Bytes;
import org.assay.model.text.RegistryName;
import org.assay.startup.text.DriveName;
import org.assay.startup.text.StringValue;

/**
 * What the registry says of the names that stand before paths: volumes and their letters ({@code MountedDevices}), letters that stand for
 * folders ({@code Session Manager\DOS Devices}, where subst for all users is kept), the machine's own shares and its name.
 */
public final class VolumeFacts {

    private static final String VOLUME = "\\??\\VOLUME{";
    private static final String LETTER = "\\DOSDEVICES\\";
    private static final Set<String> THIS_MACHINE = Set.of("LOCALHOST", "::1", "[::1]", "0--1.IPV6-LITERAL.NET", ".",
            "--1.IPV6-LITERAL.NET", "0-0-0-0-0-0-0-1.IPV6-LITERAL.NET", "LOOPBACK", "[0:0:0:0:0:0:0:1]", "IP6-LOCALHOST");
    /** The net of this machine (RFC 1122, 3.2.1.3): {@code 127.} and anything. */
    private static final int LOOPBACK = 127;
    private static final int ADDRESS_PARTS = 4;
    private static final int VOLUME_LENGTH = "VOLUME{00000000-0000-0000-0000-000000000000}".length();

    private final Map<String, Bytes> volumes = new HashMap<>();
    private final Map<Bytes, String> letters = new HashMap<>();
    private final Map<String, String> devices = new TreeMap<>();
    private final Map<String, String> shares = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** Takes notice of a value of {@code HKLM\SYSTEM\MountedDevices}. */
    void mounted(ValueItem value) {
        String name = RegistryName.fold(value.location().name());
        if (name.startsWith(VOLUME)) {
            volumes.put(name.substring(4), value.data());
        } else if (name.startsWith(LETTER) && DriveName.isOne(name.substring(LETTER.length()))) {
            letters.put(value.data(), name.substring(LETTER.length()));
        }
    }

    /** Takes notice of a value of {@code Session Manager\DOS Devices}. */
    void device(ValueItem value) {
        String name = RegistryName.fold(value.location().name());
        StringValue.of(value).filter(_ -> DriveName.isOne(name)).ifPresent(text -> devices.put(name, text));
    }

    /** Takes notice of a value of {@code LanmanServer\Shares}: strings, one of which is {@code Path=}. */
    void share(ValueItem value) {
        if (value.type() == ValueType.MULTI_SZ) {
            ValueType.strings(value.data()).stream().filter(text -> text.regionMatches(true, 0, "Path=", 0, 5)).findFirst()
                    .ifPresent(text -> shares.putIfAbsent(RegistryName.fold(value.location().name()), text.substring(5)));
        }
    }

    /** Takes notice of a value that says what the machine is called. */
    void name(ValueItem value) {
        String name = RegistryName.fold(value.location().name());
        if (name.equals("COMPUTERNAME") || name.equals("HOSTNAME")) {
            StringValue.of(value).ifPresent(text -> names.put(RegistryName.fold(text.strip()), text));
        }
    }

    /** The path on a drive that {@code \Volume{...}\rest}, as it stands behind a prefix, names; empty when the volume has no letter. */
    Optional<String> ofVolume(String path) {
        if (path.length() < VOLUME_LENGTH) {
            return Optional.empty();
        }
        return Optional.ofNullable(volumes.get(RegistryName.fold(path.substring(0, VOLUME_LENGTH)))).map(letters::get)
                .map(letter -> letter + path.substring(VOLUME_LENGTH));
    }

    /** The same path where its drive's letter stands for a folder; else {@code path}. */
    String ofDevice(String path) {
        String target = path.length() < 2 ? null : devices.get(RegistryName.fold(path.substring(0, 2)));
        return target == null || !target.startsWith("\\??\\") || target.regionMatches(true, 4, path, 0, 2) ? path
                : target.substring(4) + path.substring(2);
    }

    /** The local path that {@code \\server\share\rest} names when the server is this machine; empty when it is another. */
    Optional<String> ofShare(String path, String windowsFolder) {
        String[] parts = path.replace('/', '\\').split("\\\\", 5);
        String server = parts.length >= 4 ? server(parts[2]) : "";
        boolean own = !server.isEmpty() && (THIS_MACHINE.contains(server) || names.containsKey(server) || isLoopback(server));
        if (!own) {
            return Optional.empty();
        }
        String share = RegistryName.fold(parts[3]);
        Optional<String> folder = share.equals("ADMIN$") ? Optional.of(windowsFolder)
                : share.length() == 2 && share.endsWith("$") ? Optional.of(share.charAt(0) + ":") : Optional.ofNullable(shares.get(share));
        return folder.map(base -> base + (base.endsWith("\\") ? "" : "\\") + (parts.length > 4 ? parts[4] : ""));
    }

    /** Without a port, as WebDAV has it, and without the domain. */
    private static String server(String name) {
        String plain = name.toUpperCase(Locale.ROOT);
        int at = plain.indexOf('@');
        String server = at < 0 ? plain : plain.substring(0, at);
        return server.length() > 1 && server.endsWith(".") ? server.substring(0, server.length() - 1) : server;
    }

    /** An address as inet_aton(3) reads it: one to four numbers, decimal, octal or hexadecimal, the last of which fills what is left. */
    private static boolean isLoopback(String address) {
        String[] parts = address.split("\\.", -1);
        if (parts.length > ADDRESS_PARTS) {
            return false;
        }
        long first = 0;
        for (int at = parts.length - 1; at >= 0; at--) {
            first = number(parts[at]);
            if (first < 0) {
                return false;
            }
        }
        return (parts.length == 1 ? first >> 24 : first) == LOOPBACK;
    }

    private static long number(String text) {
        boolean hexadecimal = text.startsWith("0X");
        String digits = hexadecimal ? text.substring(2) : text;
        try {
            return digits.isEmpty() || digits.length() > 11 ? -1
                    : Long.parseLong(digits, hexadecimal ? 16 : text.startsWith("0") && text.length() > 1 ? 8 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The drives that have a letter, in order. */
    List<String> drives() {
        return letters.values().stream().sorted().toList();
    }
}
