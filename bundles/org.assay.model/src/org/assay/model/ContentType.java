package org.assay.model;

/** What a file's first bytes say it is, whatever it is called. Stored by name. */
public enum ContentType {
    /** Nothing. */
    EMPTY("empty"),
    /** A Windows program, library or driver. */
    PE("Windows program", true),
    /** A DOS program, or one for 16-bit Windows or OS/2. */
    DOS_PROGRAM("DOS program", true), ELF("ELF program", true), MACH_O("macOS program", true),
    JAVA_CLASS("Java class", true), SCRIPT("script", true), SHORTCUT("shortcut"),
    /** Old Office documents and installers. */
    OLE("compound document"), OFFICE("office document"), PDF("PDF"), RTF("rich text"), HTML("HTML"), XML("XML"), ZIP("ZIP archive"),
    ARCHIVE("archive"), COMPRESSED("compressed"), PACKAGE("software package"), DISK_IMAGE("disk image"), REGISTRY_HIVE("registry hive"),
    DATABASE("database"), IMAGE("image"), AUDIO_VIDEO("audio or video"), FONT("font"), CERTIFICATE("certificate"), TEXT("text"),
    DATA("data");

    private final String word;
    private final boolean executable;

    ContentType(String word) {
        this(word, false);
    }

    ContentType(String word, boolean executable) {
        this.word = word;
        this.executable = executable;
    }

    /** For people. */
    public String word() {
        return word;
    }

    /** Whether a system runs such content as a program. */
    public boolean isExecutable() {
        return executable;
    }
}
