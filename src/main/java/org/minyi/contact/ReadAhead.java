package org.minyi.contact;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads and checks chunks on a thread of its own while the last ones are being written. At most a few wait, so memory
 * does not grow with the file. What goes wrong while reading is thrown where the chunks are taken.
 */
final class ReadAhead implements Iterator<Chunk>, AutoCloseable {

    /** Reads everything and hands it over chunk by chunk. */
    @FunctionalInterface
    interface Source {
        void read(Consumer<Chunk> receiver) throws Exception;
    }

    private static final int WAITING = 3;

    private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(WAITING);
    private final Object end = new Object();
    private final Thread thread;
    private volatile boolean closed;
    private Object next;

    ReadAhead(Source source) {
        thread = new Thread(() -> run(source), "contacts-reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Source source) {
        Object last = end;
        try {
            source.read(this::put);
        } catch (Abandoned abandoned) {
            return;
        } catch (Exception failed) {
            last = failed;
        } catch (Error failed) {
            last = new IllegalStateException("reading the contacts failed", failed);
        }
        try {
            put(last);
        } catch (Abandoned abandoned) {
            closed = true;
        }
    }

    /** Never interrupted: an interrupt would close the file under a second attempt. */
    private void put(Object element) {
        try {
            while (!queue.offer(element, 100, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new Abandoned();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Abandoned();
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            try {
                next = queue.take();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while contacts were read", interrupted);
            }
        }
        if (next instanceof RuntimeException failed) {
            throw failed;
        }
        if (next instanceof Exception failed) {
            throw new IllegalStateException("the contacts could not be read", failed);
        }
        return next != end;
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var chunk = (Chunk) next;
        next = null;
        return chunk;
    }

    @Override
    public void close() {
        closed = true;
        queue.clear();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Abandoned extends RuntimeException {
        private Abandoned() {
            super("nobody takes the chunks any more", null, false, false);
        }
    }
}
