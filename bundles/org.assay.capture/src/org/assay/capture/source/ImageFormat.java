package org.assay.capture.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file is that was named where a folder belongs: an image or an archive, by its first bytes, with what makes a folder of it. The
 * signatures are those of the formats' own specifications.
 */
enum ImageFormat {
    GZIP(0, "\u001f\u008b", "a gzip archive", Means.UNPACK),
    ZIP(0, "PK\u0003\u0004", "a ZIP archive", Means.UNPACK),
    SEVEN_ZIP(0, "7z\u00bc\u00af\u0027\u001c", "a 7z archive", Means.UNPACK),
    XZ(0, "\u00fd7zXZ\0", "an xz archive", Means.UNPACK),
    ZSTD(0, "\u0028\u00b5\u002f\u00fd", "a Zstandard archive", Means.UNPACK),
    BZIP2(0, "BZh", "a bzip2 archive", Means.UNPACK),
    TAR(257, "ustar", "a tar archive", Means.UNPACK),
    EWF(0, "EVF\t\r\n\u00ff\0", "an image of EnCase (E01)", "Make its disk appear (ewfmount FILE DIR), mount the partition in it read-only,"
            + " and name the folder where it is mounted."),
    QCOW2(0, "QFI\u00fb", "a disk of QEMU (qcow2)", Means.NBD),
    VHDX(0, "vhdxfile", "a disk of Hyper-V (VHDX)", Means.NBD),
    VHD(0, "conectix", "a disk of Hyper-V (VHD)", Means.NBD),
    VMDK(0, "KDMV", "a disk of VMware (VMDK)", Means.NBD),
    VDI(64, "\u007f\u0010\u00da\u00be", "a disk of VirtualBox (VDI)", Means.NBD),
    SQUASHFS(0, "hsqs", "a squashfs file system", Means.MOUNT),
    ISO(32_769, "CD001", "an image of a CD or DVD", Means.MOUNT),
    EXT(1_080, "\u0053\u00ef", "a file system of Linux (ext2 to ext4)", Means.MOUNT),
    NTFS(3, "NTFS    ", "an NTFS file system", Means.MOUNT),
    GPT(512, "EFI PART", "an image of a disk", Means.DISK),
    MBR(510, "\u0055\u00aa", "an image of a disk or of a file system", Means.DISK);

    /** So much of a file tells what it is. */
    static final int START_BYTES = 32_774;

    private final int offset;
    private final byte[] signature;
    private final String title;
    private final String advice;

    ImageFormat(int offset, String signature, String title, String advice) {
        this.offset = offset;
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
        this.title = title;
        this.advice = advice;
    }

    /** What to do with several formats. */
    private static final class Means {
        static final String UNPACK = "Unpack it with a program that keeps times and owners, as root, and name the folder.";
        static final String MOUNT = "Mount it read-only (mount -o ro,loop FILE DIR) and name the folder where it is mounted.";
        static final String DISK = "Mount the partition in it read-only (losetup -rPf FILE, then mount -o ro) and name the folder where it"
                + " is mounted.";
        static final String NBD = "Make its disk appear read-only (qemu-nbd -r -c /dev/nbd0 FILE), mount the partition in it read-only, and"
                + " name the folder where it is mounted.";
    }

    /** What begins with {@code start}; empty where nothing tells. */
    static Optional<ImageFormat> of(byte[] start) {
        return Arrays.stream(values()).filter(format -> format.begins(start)).findFirst();
    }

    private boolean begins(byte[] start) {
        int end = offset + signature.length;
        return start.length >= end && Arrays.equals(signature, 0, signature.length, start, offset, end);
    }

    /** What it is and what to do, in sentences. */
    String hint() {
        return "It is " + title + ". " + advice;
    }
}
