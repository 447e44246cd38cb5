package org.assay.model.item;

/**
 * What a file's content is by its first bytes, whatever the file is called. A type says what programs take the content for, not that it is
 * sound. Stored by name.
 */
public enum ContentType {
    /** There is no byte. */
    EMPTY("empty", Use.OTHER),

    /** Portable Executable: programs, libraries and drivers of Windows NT and 95 and later, and of UEFI. */
    PE("Windows program", Use.EXECUTABLE),
    /** New Executable: programs, libraries and fonts of 16-bit Windows and OS/2. */
    NE("16-bit Windows program", Use.EXECUTABLE),
    /** Linear Executable, LE and LX: virtual device drivers of Windows 3 to Me, programs of OS/2. */
    LE("Windows 9x driver", Use.EXECUTABLE),
    /** A program of DOS: its header without one of the newer ones behind it. */
    DOS("DOS program", Use.EXECUTABLE),
    /** Executable and Linkable Format: programs, libraries, objects and kernel modules of Linux and others. */
    ELF("ELF program", Use.EXECUTABLE),
    /** Mach-O, for one processor or several: programs and libraries of macOS. */
    MACH_O("macOS program", Use.EXECUTABLE),
    JAVA_CLASS("Java class", Use.EXECUTABLE),
    /** A zip archive that begins like a Java archive. */
    JAVA_ARCHIVE("Java archive", Use.EXECUTABLE),
    /** Dalvik: compiled code of Android. */
    DEX("Android program", Use.EXECUTABLE),
    WEB_ASSEMBLY("WebAssembly program", Use.EXECUTABLE),
    PYTHON_BYTECODE("Python bytecode", Use.EXECUTABLE),
    /** Text whose first line names the interpreter that runs it: {@code #!}. Batch files and their like are {@link #TEXT}. */
    SCRIPT("script", Use.EXECUTABLE),

    /** A Windows shortcut. */
    SHORTCUT("shortcut", Use.OTHER),
    /** A native registry file of Windows. */
    REGISTRY_HIVE("registry hive", Use.OTHER),
    /** A {@code .reg} file. */
    REGISTRY_EXPORT("registry export", Use.OTHER),
    /** An event log of Windows or a journal of systemd. */
    EVENT_LOG("event log", Use.OTHER),
    /** What Windows notes about a program's start. */
    PREFETCH("prefetch", Use.OTHER),
    /** SQLite, ESE, Jet, Berkeley DB, H2 and others. */
    DATABASE("database", Use.OTHER),
    DISK_IMAGE("disk image", Use.OTHER),
    MEMORY_DUMP("memory dump", Use.OTHER),
    /** Recorded network packets. */
    PACKETS("packets", Use.OTHER),

    /** A compound file: Office before 2007, Windows Installer, messages of Outlook. */
    OLE("compound document", Use.DOCUMENT),
    /** A zip archive that begins like a document of Office since 2007, OpenDocument or EPUB. */
    OFFICE("office document", Use.DOCUMENT),
    PDF("PDF", Use.DOCUMENT),
    POSTSCRIPT("PostScript", Use.DOCUMENT),
    RTF("rich text", Use.DOCUMENT),
    /** Compiled help of Windows, which can carry scripts. */
    HELP("help file", Use.DOCUMENT),
    HTML("HTML", Use.DOCUMENT),
    XML("XML", Use.DOCUMENT),
    IMAGE("image", Use.DOCUMENT),
    AUDIO_VIDEO("audio or video", Use.DOCUMENT),
    FONT("font", Use.OTHER),
    /** X.509 certificates, keys and signed messages, binary or PEM. */
    CERTIFICATE("certificate or key", Use.OTHER),

    ZIP("ZIP archive", Use.OTHER),
    /** 7z, RAR, cabinet, tar, cpio and others. */
    ARCHIVE("archive", Use.OTHER),
    /** One file compressed: gzip, bzip2, xz, Zstandard and others. */
    COMPRESSED("compressed", Use.OTHER),
    /** A package to install: Debian, RPM. */
    PACKAGE("software package", Use.OTHER),
    /** A library to link, of Unix or Windows. */
    OBJECT_ARCHIVE("object library", Use.OTHER),

    /** Text in UTF-8, in UTF-16 with a byte order mark, or nearly all ASCII; batch files, sources and settings are among it. */
    TEXT("text", Use.OTHER),
    /** None of these. */
    DATA("data", Use.OTHER);

    private enum Use { EXECUTABLE, DOCUMENT, OTHER }

    private final String word;
    private final Use use;

    ContentType(String word, Use use) {
        this.word = word;
        this.use = use;
    }

    /** For people. */
    public String word() {
        return word;
    }

    /** Whether a system, or a machine that is commonly installed, runs it as a program. */
    public boolean isExecutable() {
        return use == Use.EXECUTABLE;
    }

    /** Whether it is made to be looked at or listened to. */
    public boolean isDocument() {
        return use == Use.DOCUMENT;
    }
}
