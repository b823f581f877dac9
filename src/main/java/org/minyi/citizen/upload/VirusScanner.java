package org.minyi.citizen.upload;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks a scanner for viruses about each file as it came (OWASP ASVS 5.4.3). It speaks the protocol of clamd: one connection
 * for each file, {@code INSTREAM}, chunks with their lengths, one line in return.
 */
@Component
class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;
    private static final int CONNECTING = 5_000;

    /** Its name is looked up for each file: it may have moved. Null where there is none. */
    private final InetSocketAddress scanner;

    private final int patience;
    private final AtomicBoolean isAway = new AtomicBoolean();

    VirusScanner(UploadSettings settings) {
        var colon = settings.scanner().lastIndexOf(':');
        this.scanner = colon < 0
                ? null
                : InetSocketAddress.createUnresolved(
                        settings.scanner().substring(0, colon),
                        Integer.parseInt(settings.scanner().substring(colon + 1)));
        this.patience = Math.toIntExact(settings.patience().toMillis());
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        if (scanner != null) {
            try {
                LOG.info("what people hand in is scanned for viruses by {}, {}", where(), ask("zVERSION", null));
            } catch (ScannerAway away) {
                // Was said, and will be again with the first file.
            }
        }
    }

    /**
     * Returns where nothing was found, and where nobody scans.
     *
     * @throws NotTaken where something was found
     * @throws ScannerAway when there is no answer, or none that says yes or no
     */
    void look(byte[] content) throws NotTaken {
        if (scanner == null) {
            return;
        }
        var answer = ask("zINSTREAM", content);
        var isInfected = answer.endsWith(" FOUND");
        if (!isInfected && !answer.endsWith(": OK")) {
            throw away(answer, null);
        }
        if (isAway.getAndSet(false)) {
            LOG.info("the scanner for viruses answers again");
        }
        if (isInfected) {
            LOG.warn("a file that was handed in is not kept: {}", answer);
            throw new NotTaken(Refusal.INFECTED);
        }
    }

    private String ask(String command, byte[] content) {
        try (var line = new Socket()) {
            line.connect(new InetSocketAddress(scanner.getHostString(), scanner.getPort()), CONNECTING);
            line.setSoTimeout(patience);
            try {
                say(new DataOutputStream(line.getOutputStream()), command, content);
            } catch (IOException hungUp) {
                // One that wants to hear no more has said why.
            }
            var answer = answer(line.getInputStream());
            if (answer.isEmpty()) {
                throw away("it hung up", null);
            }
            return answer;
        } catch (IOException silent) {
            throw away(silent.getClass().getSimpleName(), silent);
        }
    }

    private static void say(DataOutputStream out, String command, byte[] content) throws IOException {
        out.write((command + "\0").getBytes(StandardCharsets.US_ASCII));
        if (content != null) {
            for (var from = 0; from < content.length; from += CHUNK) {
                var length = Math.min(CHUNK, content.length - from);
                out.writeInt(length);
                out.write(content, from, length);
            }
            out.writeInt(0);
        }
        out.flush();
    }

    /** Up to the zero at its end; without what would begin another line of the log. */
    private static String answer(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        for (var next = in.read(); next > 0 && answer.size() < LONGEST_ANSWER; next = in.read()) {
            answer.write(next);
        }
        return answer.toString(StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    private String where() {
        return scanner.getHostString() + ":" + scanner.getPort();
    }

    private ScannerAway away(String why, Throwable cause) {
        if (!isAway.getAndSet(true)) {
            LOG.error("the scanner for viruses at {} gives no answer ({}): files wait, or are refused", where(), why);
        }
        return new ScannerAway(why, cause);
    }
}
