package org.assay.compare.context;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/**
 * What a file's name and mode say it is. Extensions count without case, and without the blanks and dots at the end, which Windows ignores.
 */
public final class FileNames {

    private static final Set<String> PROGRAMS = Set.of("exe", "com", "scr", "pif", "cpl", "msi", "msp", "jar", "shs", "shb");
    private static final Set<String> LIBRARIES = Set.of("dll", "ocx", "sys", "drv", "vxd", "386", "ax", "so", "dylib", "ko");
    /** What Windows runs when it is opened; JavaScript is left out, for it is as often a part of a page as a script of its own. */
    private static final Set<String> WINDOWS_SCRIPTS = Set.of("vbs", "vbe", "jse", "wsf", "wsh", "wsc", "sct", "hta", "bat", "cmd", "ps1");
    private static final Set<String> OTHER_SCRIPTS = Set.of("js", "psm1", "sh", "bash", "csh", "ksh", "zsh", "command", "py", "pl", "rb",
            "php", "asp", "aspx", "jsp");
    private static final Set<String> DOCUMENTS = Set.of("txt", "doc", "docx", "rtf", "wri", "pdf", "xls", "xlsx", "csv", "ppt", "pptx",
            "pps", "odt", "ods", "odp", "htm", "html", "eml", "zip", "rar", "7z", "cab",
            "jpg", "jpeg", "jpe", "gif", "png", "bmp", "tif", "tiff", "svg", "webp", "ico",
            "mp2", "mp3", "wav", "mid", "wma", "ogg", "flac", "m4a", "mp4", "mpg", "mpeg", "avi", "mov", "mkv", "wmv");
    private static final Set<String> SOURCES = Set.of("js", "jse", "css", "wsh", "sct", "hta", "c", "cpp", "h", "java", "bas", "pas");
    /** A shared object of Unix with its version behind, {@code libx.so.6}, which is how the loader names it. */
    private static final Pattern VERSIONED_LIBRARY = Pattern.compile(".*\\.so(\\.[0-9]+)+");
    /** Where Windows keeps memory. They end like drivers, and are written all the time. */
    private static final Set<String> MEMORY = Set.of("pagefile.sys", "hiberfil.sys", "swapfile.sys");
    /** Folders in which programs keep pages and what belongs to them. Lower case. */
    private static final Set<String> PAGES = Set.of("extensions", "node_modules", "resources", "user data", "cache", "code cache",
            "service worker", "inetcache", "cache2", "storage", "locales", "dist", "assets", "static", "webapps", "www", "wwwroot",
            "htdocs",
            "wp-content", "wp-includes", "program files", "program files (x86)", "windowsapps", "systemapps", "winsxs");
    private static final int ANY_EXECUTE_BIT = 0111;

    private FileNames() {
    }

    /**
     * {@code program}, {@code library} or {@code script} when {@code file} can run. On a drive its extension decides, as in Windows;
     * elsewhere its content and mode do, and its extension only where nobody looked at the content.
     */
    public static Optional<String> runnable(FileItem file) {
        if (file.kind() != FileKind.FILE) {
            return Optional.empty();
        }
        String name = file.location().name();
        Optional<String> named = isOfPage(file) ? Optional.empty() : runnable(name);
        Optional<String> runs = isOnDrive(file) ? named
                : file.details().contentType().map(type -> byContent(type, file, named)).orElse(named);
        return runs.or(() -> Optional.of("program").filter(_ -> isExecutable(file)));
    }

    /**
     * Whether it is JavaScript of a page, of an extension of a browser or of a program made of pages: there are thousands, which the
     * program reads itself. One that Windows starts by itself is a startup entry wherever it lies.
     */
    private static boolean isOfPage(FileItem file) {
        List<String> components = file.location().components();
        return isOnDrive(file) && extension(file.location().name()).equals("js") && components.subList(1, components.size() - 1).stream()
                .anyMatch(folder -> PAGES.contains(folder.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> byContent(ContentType type, FileItem file, Optional<String> named) {
        return switch (type) {
            case PE, NE, LE, DOS, ELF, MACH_O -> named.or(() -> Optional.of("program"));
            // What a server runs when it is asked for is judged by what it calls.
            case SCRIPT -> file.details().traits().contains(ContentTrait.SERVER_SCRIPT) ? Optional.empty() : Optional.of("script");
            case JAVA_ARCHIVE -> named;
            case EMPTY, JAVA_CLASS, DEX, WEB_ASSEMBLY, PYTHON_BYTECODE, SHORTCUT, REGISTRY_HIVE, REGISTRY_EXPORT, EVENT_LOG, PREFETCH,
                    DATABASE, DISK_IMAGE, MEMORY_DUMP, PACKETS, OLE, OFFICE, PDF, POSTSCRIPT, RTF, HELP, HTML, XML, IMAGE, AUDIO_VIDEO,
                    FONT, CERTIFICATE, ZIP, ARCHIVE, COMPRESSED, PACKAGE, OBJECT_ARCHIVE, TEXT, DATA -> Optional.empty();
        };
    }

    /** {@code program}, {@code library} or {@code script} when the extension says so. */
    public static Optional<String> runnable(String name) {
        if (MEMORY.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String extension = VERSIONED_LIBRARY.matcher(name).matches() ? "so" : extension(name);
        return PROGRAMS.contains(extension) ? Optional.of("program")
                : LIBRARIES.contains(extension) ? Optional.of("library")
                : WINDOWS_SCRIPTS.contains(extension) || OTHER_SCRIPTS.contains(extension) ? Optional.of("script") : Optional.empty();
    }

    /** Whether opening the file in Windows runs it. */
    public static boolean runsWhenOpened(String name) {
        return PROGRAMS.contains(extension(name)) || WINDOWS_SCRIPTS.contains(extension(name));
    }

    /** Whether the extension is one that people open without a thought: a document, picture, recording or archive. */
    public static boolean isDocument(String name) {
        return DOCUMENTS.contains(extension(name));
    }

    /** Whether the file is somebody's work: a document, picture, recording, archive or source text. */
    public static boolean isWork(String name) {
        return isDocument(name) || SOURCES.contains(extension(name));
    }

    /** The text behind the last dot, in lower case; empty without a dot. */
    public static String extension(String name) {
        String shown = shown(name);
        return shown.substring(shown.indexOf('.') < 0 ? shown.length() : shown.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name up to its last dot; all of it without a dot. */
    public static String stem(String name) {
        String shown = shown(name);
        int dot = shown.lastIndexOf('.');
        return dot < 0 ? shown : shown.substring(0, dot);
    }

    private static String shown(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || Character.isWhitespace(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean isExecutable(FileItem file) {
        return hasMode(file) && (file.mode().orElse(0) & ANY_EXECUTE_BIT) != 0;
    }

    /** Whether its mode says anything. In a tree named like a drive Linux gives every file of a mounted FAT or NTFS volume the same one. */
    public static boolean hasMode(FileItem file) {
        return file.mode().isPresent() && !isOnDrive(file);
    }

    private static boolean isOnDrive(FileItem file) {
        return file.location().components().getFirst().endsWith(":");
    }
}
