package org.assay.capture.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.UserProfiles;
import org.assay.model.text.Bytes;
import org.assay.model.text.RegistryName;
import org.assay.registry.RegistryValue;

/**
 * Learns from a machine's registry what {@link MachineNames} must know: {@code Select\Current} in SYSTEM, and the users in
 * {@code ProfileList} in SOFTWARE. Of two sources that tell the same the first counts.
 */
final class MachineFacts {

    private static final Location CURRENT = Location.key("HKLM", "SYSTEM", "Select").value("Current");
    private static final int LAST_CONTROL_SET = 999;
    private static final int MAX_PROFILE_COUNT = 10_000;

    private Optional<String> currentControlSet = Optional.empty();
    private final Map<String, String> folders = new HashMap<>();

    /** Takes notice of a value of {@code key}. */
    void see(Location key, RegistryValue value) {
        int length = value.name().length();
        if (length == CURRENT.name().length() && value.type() == ValueType.DWORD) {
            select(key.value(value.name()), value.data());
        } else if (length == UserProfiles.FOLDER.length() && ValueType.isText(value.type()) && folders.size() < MAX_PROFILE_COUNT) {
            UserProfiles.sidOf(key.value(value.name())).ifPresent(
                    sid -> folders.putIfAbsent(RegistryName.fold(sid), ValueType.string(Bytes.copyOf(value.data()))));
        }
    }

    /** The name of a control set is made as Windows makes it, with three digits. */
    private void select(Location where, byte[] data) {
        if (currentControlSet.isEmpty() && data.length == Integer.BYTES && where.sameAs(CURRENT)) {
            int number = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt();
            currentControlSet = Optional.of(number).filter(it -> it > 0 && it <= LAST_CONTROL_SET).map("CONTROLSET%03d"::formatted);
        }
    }

    MachineNames names() {
        return new MachineNames(currentControlSet,
                profiles().all().stream().collect(Collectors.toMap(UserProfiles.Profile::sid, UserProfiles.Profile::name)));
    }

    /** The users. */
    UserProfiles profiles() {
        return UserProfiles.of(folders);
    }
}
