package org.assay.registry.policy;

import java.nio.ByteBuffer;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.file.CheckedBytes;

/**
 * Reads a group policy's {@code Registry.pol}, whose values Windows writes into the registry again and again (Microsoft, "Registry
 * Policy File Format"). Those of the folder {@code Machine} go below HKEY_LOCAL_MACHINE, those of {@code User} below HKEY_CURRENT_USER of
 * each user.
 *
 * <p>Instructions, which are values whose names start with {@code **}, are reported as the deletions they request, or as a problem
 * that says what they request. Whatever cannot be read is reported with its byte offset. The whole file is held in memory.
 */
public final class PolicyFileReader {

    public static final String SIGNATURE = "PReg";

    private static final int HEADER = 8;

    private PolicyFileReader() {
    }

    /**
     * Reads a file from start to end. Paths are relative to the root key that the file's folder implies.
     *
     * @param name what the file is called in messages
     * @throws RegistryException with {@link Code#NOT_A_HIVE} when it does not start as such a file
     */
    public static void read(String name, byte[] file, RegistrySink sink) {
        CheckedBytes bytes = new CheckedBytes(ByteBuffer.wrap(file));
        if (!bytes.isMarked(0, SIGNATURE) || bytes.size() < HEADER) {
            throw new RegistryException(Code.NOT_A_HIVE, RegistryText.visible(name) + " is not a policy file: it does not start with a "
                    + "header of " + HEADER + " bytes and the signature \"" + SIGNATURE + "\". Specify a Registry.pol.");
        }
        new PolicyParser(bytes, sink).parse();
    }
}
