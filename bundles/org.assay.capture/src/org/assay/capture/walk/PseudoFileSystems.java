package org.assay.capture.walk;

import java.util.Set;

/** The file systems that hold no files but a view of the running kernel: endless, never the same twice, dangerous to read. */
final class PseudoFileSystems {

    /** The types marked {@code nodev} in /proc/filesystems that keep no content of a user's (filesystems(5), kernel documentation). */
    private static final Set<String> TYPES = Set.of("autofs", "bdev", "binder", "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs",
            "cpuset", "debugfs", "devpts", "devtmpfs", "dax", "drm", "efivarfs", "functionfs", "fusectl", "hugetlbfs", "ipathfs", "mqueue",
            "nfsd", "nsfs", "pipefs", "proc", "pstore", "resctrl", "rpc_pipefs", "securityfs", "selinuxfs", "smackfs", "sockfs", "sysfs",
            "tracefs", "usbfs", "xenfs");

    private PseudoFileSystems() {
    }

    static boolean contains(String type) {
        return TYPES.contains(type);
    }
}
