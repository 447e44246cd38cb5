package org.assay.capture.autoruns;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Bytes;

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
    private static final class Ascending implements ItemSink {

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

        @Override
        public void gap(Gap gap) {
            if (gap.detail().isEmpty()) {
                throw new AssertionError("a gap at " + gap.location() + " says nothing");
            }
        }

        @Override
        public void remark(Remark remark) {
            if (remark.text().isEmpty()) {
                throw new AssertionError("a remark at " + remark.location() + " says nothing");
            }
        }

        @Override
        public void source(Source source) {
            throw new AssertionError("no evidence is found within a list");
        }

        @Override
        public void area(Area area) {
            throw new AssertionError("a list is not asked for a part of the machine");
        }

        @Override
        public void content(Bytes sha256, byte[] content) {
            throw new AssertionError("a list holds no file");
        }
    }
}
