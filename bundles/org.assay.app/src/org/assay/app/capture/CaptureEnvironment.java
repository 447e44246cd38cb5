package org.assay.app.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

import org.assay.model.custody.Operator;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Environment;
import org.assay.model.text.Visible;
import org.assay.startup.Catalogue;

/** What the capturing machine says of itself. */
public final class CaptureEnvironment {

    /** Where Linux tells the host name; asking the network for it can take seconds. */
    private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private CaptureEnvironment() {
    }

    /** The environment of a capture that begins now. */
    public static Environment now(CaptureOptions options) {
        return new Environment(System.getProperty("user.name"), machine(), System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"), ZoneId.systemDefault().getId(), options,
                Catalogue.KEPT_BYTES);
    }

    /** Who works on a case here and now. */
    public static Operator operator(String examiner) {
        return new Operator(System.getProperty("user.name", ""), machine(), examiner);
    }

    private static String machine() {
        if (!Files.isReadable(LINUX_HOST_NAME)) {
            return Optional.ofNullable(System.getenv("COMPUTERNAME")).or(() -> Optional.ofNullable(System.getenv("HOSTNAME"))).orElse("");
        }
        try {
            return Visible.text(Files.readString(LINUX_HOST_NAME).strip());
        } catch (IOException e) {
            return "not known: " + Visible.text(e.toString());
        }
    }
}
