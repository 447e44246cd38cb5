package org.assay.model.change;

import java.util.ArrayList;
import java.util.List;

/** Takes changes one after the other, with ascending numbers, and gives them as a list. How it holds them is its own affair. */
public interface ChangeBuffer {

    void add(Change change);

    /** What was added; nothing can follow. */
    List<Change> end();

    /** One that holds the changes as they are. */
    static ChangeBuffer inMemory() {
        List<Change> changes = new ArrayList<>();
        return new ChangeBuffer() {

            @Override
            public void add(Change change) {
                changes.add(change);
            }

            @Override
            public List<Change> end() {
                return changes;
            }
        };
    }
}
