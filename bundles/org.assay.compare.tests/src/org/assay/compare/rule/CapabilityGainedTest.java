package org.assay.compare.rule;

import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.owned;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Progress;
import org.assay.model.change.Finding;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.text.Bytes;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class CapabilityGainedTest {

    /** Written by {@code setcap cap_net_raw=ep}, {@code cap_net_raw,cap_setuid=ep} and {@code cap_setuid=i}. */
    private static final String NET_RAW = "0100000200200000000000000000000000000000";
    private static final String NET_RAW_AND_SETUID = "0100000280200000000000000000000000000000";
    private static final String INHERITABLE = "0000000200000000800000000000000000000000";

    private static final FileItem PROGRAM = owned(file("/usr/bin/tool", "tool"), 0755, "root", "root");

    @Test
    void onlyWhatIsGainedIsNamed() {
        assertEquals("It has gained cap_net_raw: whoever starts it gets this part of root's rights.",
                said(List.of(with("", PROGRAM)), List.of(with(NET_RAW, PROGRAM))));
        assertEquals("It has gained cap_setuid: whoever starts it gets this part of root's rights.",
                said(List.of(with(NET_RAW, PROGRAM)), List.of(with(NET_RAW_AND_SETUID, PROGRAM))));
        assertEquals("It is new and has cap_setuid, cap_net_raw: whoever starts it gets this part of root's rights.",
                said(List.of(), List.of(with(NET_RAW_AND_SETUID, PROGRAM))));
    }

    @Test
    void whatIsLostKeptInheritableOrNoCapabilityIsNoGain() {
        assertEquals("", said(List.of(with(NET_RAW, PROGRAM)), List.of(with("", PROGRAM))));
        assertEquals("", said(List.of(with(NET_RAW, PROGRAM)), List.of()));
        assertEquals("", said(List.of(with(NET_RAW, PROGRAM)), List.of(with(NET_RAW, owned(PROGRAM, 0700, "root", "root")))));
        assertEquals("", said(List.of(with("", PROGRAM)), List.of(with(INHERITABLE, PROGRAM))));
        assertEquals("", said(List.of(with("", PROGRAM)), List.of(with("ff", PROGRAM))));
    }

    @Test
    void aBaselineThatKeptNoAttributesClaimsNothing() {
        assertEquals("", said(List.of(owned(file("/usr/bin/tool", "1"), 0700, "root", "root")), List.of(with(NET_RAW, PROGRAM))));
    }

    /** {@code file} with {@code security.capability} as these digits; without any for none. */
    static FileItem with(String attribute, FileItem file) {
        Map<String, Bytes> extended = attribute.isEmpty() ? Map.of() : Map.of("security.capability", Bytes.ofHex(attribute));
        return detailed(file, FileDetails.NONE.withInode(new Inode(1, 2, 1, 4096, 0, 0)).withExtended(new TreeMap<>(extended)));
    }

    private static String said(List<Item> before, List<Item> after) {
        return String.join(" ", SnapshotComparison.run(ListView.of(before.toArray(Item[]::new)), ListView.of(after.toArray(Item[]::new)),
                Progress.NONE).stream().flatMap(change -> change.findings().stream())
                .filter(finding -> finding.code().equals("capability-gained")).map(Finding::sentence).toList());
    }
}
