package org.assay.model.snapshot;

import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.text.Bytes;

/** Where a capture streams what it reads. Called by one thread at a time. */
public interface ItemSink {

    /** One item. Items may come in any order; in {@link Location#ORDER} they are stored fastest. */
    void item(Item item);

    /** One place that could not be read. */
    void gap(Gap gap);

    /** Something to know about how a place was read, by which nothing was lost. */
    void remark(Remark remark);

    /** A piece of evidence that was found within the evidence that was asked for, such as a hive in a tree. */
    void source(Source source);

    /** A part of the machine that was asked for, whether anything was found there or not. */
    void area(Area area);

    /** The content of a file that must be read later, not only hashed. The same digest may come more than once. */
    void content(Bytes sha256, byte[] content);
}
