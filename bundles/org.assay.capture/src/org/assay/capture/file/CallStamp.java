package org.assay.capture.file;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/**
 * Where one thread is with its calls on evidence, for whoever watches it. A call may wait for as long as the system likes, and nothing can
 * end it from outside: the thread is left behind then, and learns of it when its call returns at last. It must end then without touching
 * anything that others go on with, only close what it has open.
 *
 * <p>A stamp costs its thread two writes to memory a call and no look at a clock.
 */
public final class CallStamp {

    /** The stamp of the thread that runs; one that nobody watches has none. */
    public static final ScopedValue<CallStamp> OF_THREAD = ScopedValue.newInstance();

    private static final long LEFT_BEHIND = -1;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(CallStamp.class, "state", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** How many calls began and ended: odd within a call. */
    private volatile long state;
    /** The same, for the thread itself. */
    private long calls;
    private boolean leftBehind;

    /** The stamp of this thread; a new one when nobody watches it. */
    public static CallStamp ofThisThread() {
        return OF_THREAD.isBound() ? OF_THREAD.get() : new CallStamp();
    }

    /** A call begins. */
    public void begin() {
        if (!leftBehind) {
            STATE.setRelease(this, ++calls);
        }
    }

    /** The call has returned; false when this thread was left behind meanwhile, once. */
    public boolean end() {
        if (leftBehind || STATE.compareAndSet(this, calls, ++calls)) {
            return true;
        }
        leftBehind = true;
        return false;
    }

    /**
     * The call has returned.
     *
     * @throws LeftBehindException when this thread was left behind meanwhile
     */
    public void endOrLeave() {
        if (!end()) {
            throw new LeftBehindException();
        }
    }

    /** Whether nobody waits any more for what this thread finds. For a call that waits by itself. */
    public boolean isLeftBehind() {
        return state == LEFT_BEHIND;
    }

    /** One step of a long call was made, and the next begins. */
    public void renew() {
        endOrLeave();
        begin();
    }

    /**
     * Makes a call.
     *
     * @throws LeftBehindException when it returned so late that nobody waits for it any more
     */
    public static <T> T around(EvidenceCall<T> call) throws IOException {
        CallStamp stamp = ofThisThread();
        stamp.begin();
        Optional<T> answer = Optional.empty();
        try {
            answer = Optional.of(call.make());
            return answer.get();
        } finally {
            if (!stamp.end()) {
                if (answer.isPresent() && answer.get() instanceof Closeable open) {
                    open.close();
                }
                throw new LeftBehindException();
            }
        }
    }

    /** Where the thread is; odd within a call. For whoever watches. */
    long state() {
        return state;
    }

    /** Leaves the thread behind if it is still in the call that {@code seen} stands for. */
    boolean leaveBehind(long seen) {
        return STATE.compareAndSet(this, seen, LEFT_BEHIND);
    }
}
