package org.assay.content;

import static org.assay.model.item.ContentType.ARCHIVE;
import static org.assay.model.item.ContentType.AUDIO_VIDEO;
import static org.assay.model.item.ContentType.CERTIFICATE;
import static org.assay.model.item.ContentType.COMPRESSED;
import static org.assay.model.item.ContentType.DATABASE;
import static org.assay.model.item.ContentType.DEX;
import static org.assay.model.item.ContentType.DISK_IMAGE;
import static org.assay.model.item.ContentType.DOS;
import static org.assay.model.item.ContentType.ELF;
import static org.assay.model.item.ContentType.EVENT_LOG;
import static org.assay.model.item.ContentType.FONT;
import static org.assay.model.item.ContentType.HELP;
import static org.assay.model.item.ContentType.IMAGE;
import static org.assay.model.item.ContentType.JAVA_ARCHIVE;
import static org.assay.model.item.ContentType.JAVA_CLASS;
import static org.assay.model.item.ContentType.LE;
import static org.assay.model.item.ContentType.MACH_O;
import static org.assay.model.item.ContentType.MEMORY_DUMP;
import static org.assay.model.item.ContentType.NE;
import static org.assay.model.item.ContentType.OBJECT_ARCHIVE;
import static org.assay.model.item.ContentType.OFFICE;
import static org.assay.model.item.ContentType.OLE;
import static org.assay.model.item.ContentType.PACKAGE;
import static org.assay.model.item.ContentType.PACKETS;
import static org.assay.model.item.ContentType.PDF;
import static org.assay.model.item.ContentType.PE;
import static org.assay.model.item.ContentType.POSTSCRIPT;
import static org.assay.model.item.ContentType.PREFETCH;
import static org.assay.model.item.ContentType.PYTHON_BYTECODE;
import static org.assay.model.item.ContentType.REGISTRY_HIVE;
import static org.assay.model.item.ContentType.RTF;
import static org.assay.model.item.ContentType.SCRIPT;
import static org.assay.model.item.ContentType.SHORTCUT;
import static org.assay.model.item.ContentType.WEB_ASSEMBLY;
import static org.assay.model.item.ContentType.ZIP;
import static org.assay.content.Magic.at;

import java.util.List;
import java.util.Optional;

import org.assay.model.item.ContentType;

/** The table of types. Of two lines that match, the one whose bytes stand further to the front counts, and then the upper one. */
final class Magics {

    private static final List<Magic> TABLE = List.of(
            // Programs
            at(0, "MZ", PE).and(head -> FirstBytes.newerHeader(head).filter(PE::equals).isPresent()),
            at(0, "MZ", NE).and(head -> FirstBytes.newerHeader(head).filter(NE::equals).isPresent()),
            at(0, "MZ", LE).and(head -> FirstBytes.newerHeader(head).filter(LE::equals).isPresent()),
            at(0, "MZ", DOS).and(FirstBytes::isDosHeader),
            at(0, "ZM", DOS).and(FirstBytes::isDosHeader),
            at(0, "\u007fELF", ELF),
            at(0, "\u00fe\u00ed\u00fa\u00ce", MACH_O), at(0, "\u00ce\u00fa\u00ed\u00fe", MACH_O),
            at(0, "\u00fe\u00ed\u00fa\u00cf", MACH_O), at(0, "\u00cf\u00fa\u00ed\u00fe", MACH_O),
            // How many processors, where a Java class has its version, of which the first was 45.
            at(0, "\u00ca\u00fe\u00ba\u00be", MACH_O).and(head -> head.u32BigEndian(4) > 0 && head.u32BigEndian(4) < 45),
            at(0, "\u00ca\u00fe\u00ba\u00bf", MACH_O).and(head -> head.u32BigEndian(4) > 0 && head.u32BigEndian(4) < 45),
            at(0, "\u00ca\u00fe\u00ba\u00be", JAVA_CLASS),
            at(0, "dex\n0", DEX), at(0, "\0asm", WEB_ASSEMBLY),
            at(2, "\r\n", PYTHON_BYTECODE).and(FirstBytes::isPythonBytecode),
            at(0, "#!", SCRIPT).and(FirstBytes::namesInterpreter),
            at(0, "#@~^", SCRIPT), at(0, "<?php", SCRIPT), at(0, "<%@", SCRIPT),
            // Windows
            at(0, "L\0\0\0\u0001\u0014\u0002\0\0\0\0\0\u00c0\0\0\0\0\0\0F", SHORTCUT),
            at(0, "regf", REGISTRY_HIVE), at(0, "CREG", REGISTRY_HIVE),
            at(0, "ElfFile\0", EVENT_LOG), at(4, "LfLe", EVENT_LOG), at(0, "LPKSHHRH", EVENT_LOG),
            at(0, "MAM\u0004", PREFETCH), at(4, "SCCA", PREFETCH),
            at(0, "PAGEDUMP", MEMORY_DUMP), at(0, "PAGEDU64", MEMORY_DUMP), at(0, "MDMP\u0093\u00a7", MEMORY_DUMP),
            at(0, "EMiL\u0001\0\0\0", MEMORY_DUMP),
            at(0, "ITSF\u0003\0\0\0", HELP), at(0, "?_\u0003\0", HELP),
            // Documents
            at(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", OLE),
            at(0, "%PDF-", PDF), at(0, "{\\rtf", RTF),
            at(0, "%!PS-AdobeFont", FONT), at(0, "%!FontType", FONT), at(0, "%!PS", POSTSCRIPT),
            at(0, "\u00c5\u00d0\u00d3\u00c6", POSTSCRIPT),
            // Zip and other archives
            at(0, "PK\u0003\u0004", OFFICE).and(FirstBytes::isOfficeZip),
            at(0, "PK\u0003\u0004", JAVA_ARCHIVE).and(FirstBytes::isJavaZip),
            at(0, "JM\u0001\0", JAVA_ARCHIVE), at(0, "PK\u0003\u0004", ZIP), at(0, "PK\u0005\u0006", ZIP), at(0, "PK\u0007\b", ZIP),
            at(0, "7z\u00bc\u00af'\u001c", ARCHIVE), at(0, "Rar!\u001a\u0007", ARCHIVE), at(0, "MSCF\0\0\0\0", ARCHIVE),
            at(0, "ISc(", ARCHIVE), at(257, "ustar", ARCHIVE), at(0, "07070", ARCHIVE), at(0, "\u00c7\u0071", ARCHIVE),
            at(0, "`\u00ea", ARCHIVE), at(2, "-lh", ARCHIVE).and(head -> head.has(6, "-")), at(7, "**ACE**", ARCHIVE),
            at(0, "\u001f\u008b\b", COMPRESSED), at(0, "\u001f\u009d", COMPRESSED), at(0, "\u001f\u001e", COMPRESSED),
            at(0, "BZh", COMPRESSED).and(head -> head.has(4, "1AY&SY") || head.has(4, "\u0017rE8P\u0090")),
            at(0, "\u00fd7zXZ\0", COMPRESSED), at(0, "(\u00b5/\u00fd", COMPRESSED), at(0, "\u0004\"M\u0018", COMPRESSED),
            at(0, "LZIP\u0001", COMPRESSED), at(0, "\u0089LZO\0\r\n\u001a\n", COMPRESSED),
            at(0, "]\0\0", COMPRESSED).and(head -> head.u8(12) == 0 || head.u8(12) == 0xff),
            at(0, "SZDD\u0088\u00f0'3", COMPRESSED), at(0, "SZ \u0088\u00f0'3\u00d1", COMPRESSED),
            at(0, "KWAJ\u0088\u00f0'\u00d1", COMPRESSED),
            at(0, "!<arch>\ndebian", PACKAGE), at(0, "\u00ed\u00ab\u00ee\u00db", PACKAGE), at(0, "xar!\0\u001c", PACKAGE),
            at(0, "!<arch>\n", OBJECT_ARCHIVE), at(0, "!<thin>\n", OBJECT_ARCHIVE),
            // Databases, images of disks, packets
            at(0, "SQLite format 3\0", DATABASE), at(4, "\u00ef\u00cd\u00ab\u0089", DATABASE), at(4, "Standard Jet DB", DATABASE),
            at(4, "Standard ACE DB", DATABASE), at(12, "b1\u0005\0", DATABASE), at(12, "a\u0015\u0006\0", DATABASE),
            at(0, "\u00ce\u009aW\u0013", DATABASE), at(0, "H:2,block", DATABASE), at(0, "TDB file\n", DATABASE),
            at(16, "\u00de\u00c0\u00ef\u00be", DATABASE), at(0, "!BDN", DATABASE),
            at(0, "QFI\u00fb", DISK_IMAGE), at(0, "KDMV", DISK_IMAGE), at(0, "COWD", DISK_IMAGE),
            at(0, "# Disk DescriptorFile", DISK_IMAGE), at(0, "vhdxfile", DISK_IMAGE), at(0, "conectix", DISK_IMAGE),
            at(0, "EVF\t\r\n\u00ff\0", DISK_IMAGE), at(0, "EVF2\r\n\u0081\0", DISK_IMAGE), at(0, "AFF10\r\n\0", DISK_IMAGE),
            at(0, "MSWIM\0\0\0", DISK_IMAGE), at(0, "hsqs", DISK_IMAGE).and(FirstBytes::isNoText),
            at(0, "LUKS\u00ba\u00be", DISK_IMAGE), at(0, "XFSB\0\0", DISK_IMAGE), at(0x40, "\u007f\u0010\u00da\u00be", DISK_IMAGE),
            at(3, "NTFS    ", DISK_IMAGE), at(3, "-FVE-FS-", DISK_IMAGE), at(3, "EXFAT   ", DISK_IMAGE),
            at(54, "FAT1", DISK_IMAGE).and(head -> head.has(510, "U\u00aa")), at(82, "FAT32   ", DISK_IMAGE),
            at(512, "EFI PART", DISK_IMAGE), at(1080, "S\u00ef", DISK_IMAGE).and(FirstBytes::isExt),
            at(0, "\u00d4\u00c3\u00b2\u00a1", PACKETS), at(0, "\u00a1\u00b2\u00c3\u00d4", PACKETS),
            at(0, "M<\u00b2\u00a1", PACKETS), at(0, "\u00a1\u00b2<M", PACKETS),
            at(0, "\n\r\r\n", PACKETS).and(head -> head.has(8, "M<+\u001a") || head.has(8, "\u001a+<M")),
            // Certificates: X.509, PKCS#7 signed data (catalogues of Windows are among it), PKCS#12
            at(0, "0\u0082", CERTIFICATE).and(head -> head.has(4, "0\u0082") && head.has(8, "\u00a0\u0003\u0002\u0001\u0002")),
            at(0, "0\u0082", CERTIFICATE).and(head -> head.has(4, FirstBytes.PKCS7_SIGNED)),
            at(0, "0\u0083", CERTIFICATE).and(head -> head.has(5, FirstBytes.PKCS7_SIGNED)),
            at(0, "0\u0082", CERTIFICATE).and(head -> head.has(4, "\u0002\u0001\u00030\u0082")),
            // Pictures
            at(0, "\u0089PNG\r\n\u001a\n", IMAGE), at(0, "\u00ff\u00d8\u00ff", IMAGE), at(0, "GIF87a", IMAGE), at(0, "GIF89a", IMAGE),
            at(0, "BM", IMAGE).and(FirstBytes::isBitmap), at(0, "II*\0", IMAGE), at(0, "MM\0*", IMAGE),
            at(0, "\0\0\u0001\0", IMAGE).and(FirstBytes::isIcon), at(0, "\0\0\u0002\0", IMAGE).and(FirstBytes::isIcon),
            at(0, "RIFF", IMAGE).and(head -> head.has(8, "WEBP")), at(0, "8BPS\0\u0001", IMAGE), at(0, "gimp xcf ", IMAGE),
            at(0, "\0\0\0\fjP  \r\n", IMAGE), at(0, "\0\0\0\fJXL \r\n", IMAGE), at(0, "\u00ff\n", IMAGE).and(FirstBytes::isNoText),
            at(0, "\u00d7\u00cd\u00c6\u009a", IMAGE), at(40, " EMF", IMAGE), at(0, "AT&TFORM", IMAGE), at(0, "DDS |\0\0\0", IMAGE),
            at(4, "ftyp", IMAGE).and(head -> head.u8(0) == 0 && (head.has(8, "hei") || head.has(8, "mif1") || head.has(8, "avif"))),
            at(0, "P", IMAGE).and(FirstBytes::isPortableMap), at(0, "/* XPM */", IMAGE),
            // Sound and film
            at(0, "RIFF", AUDIO_VIDEO).and(head -> head.has(8, "WAVE") || head.has(8, "AVI ") || head.has(8, "RMID")
                    || head.has(8, "ACON")),
            at(0, "OggS", AUDIO_VIDEO), at(0, "fLaC", AUDIO_VIDEO), at(0, "ID3", AUDIO_VIDEO).and(FirstBytes::isNoText),
            at(0, "\u00ff", AUDIO_VIDEO).and(FirstBytes::isMp3Frame), at(4, "ftyp", AUDIO_VIDEO).and(head -> head.u8(0) == 0),
            at(4, "moov", AUDIO_VIDEO).and(head -> head.u8(0) == 0), at(4, "mdat", AUDIO_VIDEO).and(head -> head.u8(0) == 0),
            at(0, "\u001aE\u00df\u00a3", AUDIO_VIDEO), at(0, "\0\0\u0001\u00ba", AUDIO_VIDEO),
            at(0, "\0\0\u0001\u00b3", AUDIO_VIDEO), at(0, "0&\u00b2u\u008ef\u00cf\u0011", AUDIO_VIDEO),
            at(0, "MThd\0\0\0\u0006", AUDIO_VIDEO), at(0, "FORM", AUDIO_VIDEO).and(head -> head.has(8, "AIFF") || head.has(8, "AIFC")),
            at(0, ".snd\0\0", AUDIO_VIDEO), at(0, "FLV\u0001", AUDIO_VIDEO),
            at(0, "G", AUDIO_VIDEO).and(head -> head.has(188, "G") && head.has(376, "G") && FirstBytes.isNoText(head)),
            // Fonts
            at(0, "\0\u0001\0\0", FONT).and(FirstBytes::isFontDirectory), at(0, "true\0", FONT).and(FirstBytes::isFontDirectory),
            at(0, "OTTO\0", FONT).and(FirstBytes::isFontDirectory), at(0, "ttcf\0", FONT), at(0, "wOFF", FONT).and(FirstBytes::isNoText),
            at(0, "wOF2", FONT).and(FirstBytes::isNoText), at(0, "\u0080\u0001", FONT).and(head -> head.has(6, "%!")),
            at(0, "\u0001fcp", FONT), at(0, "STARTFONT ", FONT));

    /** The lines whose bytes stand at the very front, by the first of these. */
    private static final Magic[][] AT_FRONT = new Magic[256][];
    private static final Magic[] BEHIND = TABLE.stream().filter(magic -> magic.offset() > 0).toArray(Magic[]::new);

    static {
        for (int first = 0; first < AT_FRONT.length; first++) {
            byte b = (byte) first;
            AT_FRONT[first] = TABLE.stream().filter(magic -> magic.offset() == 0 && magic.bytes()[0] == b).toArray(Magic[]::new);
        }
    }

    private Magics() {
    }

    /** The type of the first line of the table that matches. */
    static Optional<ContentType> type(Head head) {
        Optional<ContentType> front = first(AT_FRONT[head.u8(0)], head);
        return front.isPresent() ? front : first(BEHIND, head);
    }

    private static Optional<ContentType> first(Magic[] lines, Head head) {
        for (Magic magic : lines) {
            if (magic.matches(head)) {
                return Optional.of(magic.type());
            }
        }
        return Optional.empty();
    }
}
