package org.assay.capture.autoruns;

import org.assay.capture.HostileListSink;
import org.assay.model.Location;
import org.assay.model.item.Item;

/** Fuzz target: whatever a list of Autoruns holds, its rows become items in order, each location once. */
public final class AutorunsFuzz {

    private AutorunsFuzz() {
    }

    /** Takes one input, a list in CSV or XML. */
    public static void fuzzerTestOneInput(byte[] file) {
        AutorunsTable table = AutorunsTable.of(file);
        if (table.rows().size() > file.length) {
            throw new AssertionError(file.length + " bytes hold " + table.rows().size() + " rows");
        }
        AutorunsItems items = new AutorunsItems(new Ascending());
        items.add(table);
        items.finish(_ -> false);
    }

    /** Takes items whose locations ascend. */
    private static final class Ascending extends HostileListSink {

        private Location last = Location.file("");
        private boolean any;

        @Override
        public void item(Item item) {
            if (any && Location.ORDER.compare(last, item.location()) >= 0) {
                throw new AssertionError(item.location() + " comes after " + last);
            }
            any = true;
            last = item.location();
        }
    }
}
