package org.assay.model.item;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assay.model.text.Bytes;
import org.assay.model.text.FileName;
import org.assay.model.text.Visible;

/** An extended attribute's value for people. The bytes may be an attacker's: what does not fit its format is shown as bytes. */
public final class ExtendedAttribute {

    private static final int ACL_VERSION = 2;
    private static final int ACL_ENTRY_BYTES = 8;
    private static final long CAPABILITY_REVISION_MASK = 0xff000000L;
    private static final long CAPABILITY_REVISION_2 = 0x02000000L;
    private static final long CAPABILITY_REVISION_3 = 0x03000000L;

    /** In the order of their numbers (linux/capability.h). */
    private static final List<String> CAPABILITIES = List.of("chown", "dac_override", "dac_read_search", "fowner", "fsetid", "kill",
            "setgid", "setuid", "setpcap", "linux_immutable", "net_bind_service", "net_broadcast", "net_admin", "net_raw", "ipc_lock",
            "ipc_owner", "sys_module", "sys_rawio", "sys_chroot", "sys_ptrace", "sys_pacct", "sys_admin", "sys_boot", "sys_nice",
            "sys_resource", "sys_time", "sys_tty_config", "mknod", "lease", "audit_write", "audit_control", "setfcap", "mac_override",
            "mac_admin", "syslog", "wake_alarm", "block_suspend", "audit_read", "perfmon", "bpf", "checkpoint_restore");

    private ExtendedAttribute() {
    }

    /** One line, safe to show: an access list or capabilities in words, text as it reads, everything else as hexadecimal digits. */
    public static String text(String name, Bytes value) {
        ByteBuffer bytes = ByteBuffer.wrap(value.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        if (isAccessList(name, bytes)) {
            return accessList(bytes);
        }
        return name.equals("security.capability") && isCapability(bytes) ? capabilities(bytes) : plain(value);
    }

    /** The layout of {@code linux/posix_acl_xattr.h}: a version, then entries of tag, rights and number. */
    private static boolean isAccessList(String name, ByteBuffer bytes) {
        return name.startsWith("system.posix_acl_") && bytes.limit() >= Integer.BYTES && bytes.getInt(0) == ACL_VERSION
                && (bytes.limit() - Integer.BYTES) % ACL_ENTRY_BYTES == 0;
    }

    private static String accessList(ByteBuffer bytes) {
        List<String> entries = new ArrayList<>();
        for (int at = Integer.BYTES; at < bytes.limit(); at += ACL_ENTRY_BYTES) {
            int rights = bytes.getShort(at + 2);
            String number = Integer.toUnsignedString(bytes.getInt(at + 4));
            String who = switch (bytes.getShort(at)) {
                case 0x01 -> "user:";
                case 0x02 -> "user:" + number;
                case 0x04 -> "group:";
                case 0x08 -> "group:" + number;
                case 0x10 -> "mask:";
                case 0x20 -> "other:";
                default -> "unknown:" + number;
            };
            entries.add(who + ":" + ((rights & 4) != 0 ? "r" : "-") + ((rights & 2) != 0 ? "w" : "-") + ((rights & 1) != 0 ? "x" : "-"));
        }
        return String.join(",", entries);
    }

    /** The layout of {@code struct vfs_cap_data}, revisions 2 and 3 (linux/capability.h). */
    private static boolean isCapability(ByteBuffer bytes) {
        if (bytes.limit() < Integer.BYTES) {
            return false;
        }
        long revision = bytes.getInt(0) & CAPABILITY_REVISION_MASK;
        return revision == CAPABILITY_REVISION_2 && bytes.limit() == 20 || revision == CAPABILITY_REVISION_3 && bytes.limit() == 24;
    }

    /**
     * The capabilities, as {@code cap_setuid}, that whoever starts a program gets by this value of {@code security.capability}; none by
     * what is no such value. Inheritable ones are not among them: the caller must have them already.
     */
    public static Set<String> permittedCapabilities(Bytes value) {
        ByteBuffer bytes = ByteBuffer.wrap(value.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        long permitted = isCapability(bytes) ? permitted(bytes) : 0;
        return IntStream.range(0, Long.SIZE).filter(number -> (permitted >>> number & 1) != 0).mapToObj(ExtendedAttribute::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static long permitted(ByteBuffer bytes) {
        return set(bytes.getInt(4), bytes.getInt(12));
    }

    private static String name(int capability) {
        return "cap_" + (capability < CAPABILITIES.size() ? CAPABILITIES.get(capability) : Integer.toString(capability));
    }

    private static String capabilities(ByteBuffer bytes) {
        long permitted = permitted(bytes);
        long inheritable = set(bytes.getInt(8), bytes.getInt(16));
        List<String> names = new ArrayList<>();
        for (int number = 0; number < Long.SIZE; number++) {
            boolean isPermitted = (permitted >>> number & 1) != 0;
            boolean isInheritable = (inheritable >>> number & 1) != 0;
            if (isPermitted || isInheritable) {
                names.add(name(number) + ((bytes.getInt(0) & 1) != 0 ? "=e" : "=") + (isInheritable ? "i" : "")
                        + (isPermitted ? "p" : ""));
            }
        }
        String root = bytes.limit() == 24 ? " for root " + Integer.toUnsignedString(bytes.getInt(20)) : "";
        return (names.isEmpty() ? "none" : String.join(",", names)) + root;
    }

    private static long set(int low, int high) {
        return Integer.toUnsignedLong(low) | Integer.toUnsignedLong(high) << Integer.SIZE;
    }

    private static String plain(Bytes value) {
        String text = FileName.decode(value.toArray());
        String line = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        boolean readable = line.chars().noneMatch(unit -> unit < ' ' || Character.isSurrogate((char) unit));
        return readable ? Visible.text(line) : "0x" + value.hex();
    }
}
