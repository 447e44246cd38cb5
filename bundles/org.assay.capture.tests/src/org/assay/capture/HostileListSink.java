package org.assay.capture;

import org.assay.model.item.Item;
import org.assay.model.snapshot.Area;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.ItemSink;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Bytes;

/** Takes what a fuzz target reads of a list, whatever its bytes are; fails on what no list can say. */
public abstract class HostileListSink implements ItemSink {

    @Override
    public abstract void item(Item item);

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
