package org.assay.registry.hive;

import java.util.Map;

import org.assay.registry.RegistryFiles;
import org.assay.testkit.HiveBuilder;
import org.assay.testkit.HiveLogBuilder;

/** Fuzz target: whatever a transaction log holds, a dirty hive is read with it, and no more is given than both files can hold. */
public final class HiveLogFuzz {

    private static final int SEQUENCE = 5;
    private static final int FIRST_SECTOR = 512;

    private HiveLogFuzz() {
    }

    /** Reads one input, a log: as it is, and with checksum and hashes that fit, which a fuzzer would not find. */
    public static void fuzzerTestOneInput(byte[] log) {
        byte[] hive = hive();
        read(hive, log);
        byte[] badChecksum = hive.clone();
        badChecksum[40]++;
        read(badChecksum, log);
        if (log.length >= FIRST_SECTOR) {
            byte[] sealed = HiveLogBuilder.seal(log.clone());
            read(hive, sealed);
            read(badChecksum, sealed);
        }
    }

    /** The hive to which the seeds belong, with a key and a value. */
    static byte[] hive() {
        HiveBuilder builder = new HiveBuilder(5);
        builder.root().key("one").text("state", "1");
        return HiveLogBuilder.dirty(builder.build(), SEQUENCE);
    }

    private static void read(byte[] hive, byte[] log) {
        new HiveReader().withRemnants().read("fuzzed", hive, Map.of("fuzzed.LOG1", RegistryFiles.source(log)),
                new HiveBounds((long) hive.length + log.length));
    }
}
