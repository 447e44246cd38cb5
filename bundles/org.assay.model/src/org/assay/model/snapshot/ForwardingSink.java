package org.assay.model.snapshot;

import org.assay.model.item.Item;
import org.assay.model.text.Bytes;

/** Hands everything on to another sink; who extends it looks at some of it on the way. */
public abstract class ForwardingSink implements ItemSink {

    /** Where the next call goes. */
    protected abstract ItemSink next();

    @Override
    public void item(Item item) {
        next().item(item);
    }

    @Override
    public void gap(Gap gap) {
        next().gap(gap);
    }

    @Override
    public void remark(Remark remark) {
        next().remark(remark);
    }

    @Override
    public void source(Source source) {
        next().source(source);
    }

    @Override
    public void area(Area area) {
        next().area(area);
    }

    @Override
    public void content(Bytes sha256, byte[] content) {
        next().content(sha256, content);
    }
}
