package org.assay.capture;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Bytes;
import org.assay.model.text.FileName;
import org.assay.testkit.ChildJvm;

/** Captures a tree and lists it in ASCII, whatever the locale: for tests that need a Java process of their own. */
public final class ListingProgram {

    private ListingProgram() {
    }

    public static void main(String[] arguments) throws IOException {
        RecordingSink sink = new RecordingSink();
        Evidence tree = new Evidence(SourceKind.TREE, "", Path.of(arguments[0]).toString());
        new Capture().run(new CaptureRequest(List.of(tree), CaptureOptions.standard(), KeptContent.NONE, EarlierItems.NONE), sink,
                Progress.NONE);
        try (PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false,
                StandardCharsets.US_ASCII)) {
            lines(sink).forEach(line -> out.print(line + "\n"));
        }
    }

    /** What was captured, a line each; names and targets as the hexadecimal digits of their bytes. */
    public static List<String> lines(RecordingSink sink) {
        List<String> lines = new ArrayList<>();
        for (FileItem file : (Iterable<FileItem>) sink.files()::iterator) {
            lines.add("item %s %s %s %s".formatted(hex(file.location()), file.kind(), file.sha256().map(Bytes::hex).orElse("-"),
                    file.target().map(ListingProgram::hex).orElse("-")));
        }
        for (Gap gap : sink.gaps) {
            lines.add("gap %s %s".formatted(hex(gap.location()), gap.reason()));
        }
        return lines;
    }

    private static String hex(Location location) {
        return String.join("/", location.components().stream().map(ListingProgram::hex).toList());
    }

    private static String hex(String name) {
        return HexFormat.of().formatHex(FileName.encode(name));
    }

    static String classPath() {
        return ChildJvm.classPath(List.of(Capture.class), ListingProgram.class);
    }
}
