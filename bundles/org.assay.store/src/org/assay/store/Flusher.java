package org.assay.store;

/** Does some work again and again until it is closed, on a thread of its own. */
final class Flusher implements AutoCloseable {

    /** How often: what a killed capture may lose, against what a transaction costs. */
    private static final long EVERY_MILLIS = 2000;

    private final Runnable work;
    private boolean open = true;

    Flusher(Runnable work) {
        this.work = work;
        Thread.ofPlatform().daemon().name("assay-flush").start(this::run);
    }

    private void run() {
        while (isOpenAfterAWhile()) {
            work.run();
        }
    }

    private synchronized boolean isOpenAfterAWhile() {
        try {
            if (open) {
                wait(EVERY_MILLIS);
            }
            return open;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Work that is being done goes on to its end. */
    @Override
    public synchronized void close() {
        open = false;
        notifyAll();
    }
}
