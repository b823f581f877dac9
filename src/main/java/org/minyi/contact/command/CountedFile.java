package org.minyi.contact.command;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/** A file on its way, counting what has gone. */
final class CountedFile implements BodyPublisher {

    private final BodyPublisher file;
    private final AtomicLong sent = new AtomicLong();

    CountedFile(Path file) throws FileNotFoundException {
        this.file = BodyPublishers.ofFile(file);
    }

    long sent() {
        return sent.get();
    }

    @Override
    public long contentLength() {
        return file.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> receiver) {
        file.subscribe(new Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                receiver.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                sent.addAndGet(bytes.remaining());
                receiver.onNext(bytes);
            }

            @Override
            public void onError(Throwable failure) {
                receiver.onError(failure);
            }

            @Override
            public void onComplete() {
                receiver.onComplete();
            }
        });
    }
}
