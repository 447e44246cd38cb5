package org.assay.ui.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

import org.assay.model.change.Tag;

/** What was decided on the changes of one comparison since it is shown, to be taken back and done again. */
public final class TagHistory {

    private static final int MAX_STEPS = 200;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /** The tags of the changes with these numbers before and after one decision; empty where there is none. */
    public record Step(Map<Integer, Optional<Tag>> before, Map<Integer, Optional<Tag>> after) {
    }

    void did(Step step) {
        done.push(step);
        undone.clear();
        if (done.size() > MAX_STEPS) {
            done.removeLast();
        }
    }

    /** What is to be taken back next. */
    public Optional<Step> undo() {
        return Optional.ofNullable(done.peek());
    }

    /** What is to be done again next. */
    public Optional<Step> redo() {
        return Optional.ofNullable(undone.peek());
    }

    void undid() {
        undone.push(done.pop());
    }

    void redid() {
        done.push(undone.pop());
    }
}
