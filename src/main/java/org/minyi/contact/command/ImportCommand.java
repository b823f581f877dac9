package org.minyi.contact.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code java -jar minyi.jar import FILE}: hands a file of contacts over to a running Minyi, without starting one. The
 * file is streamed, so its size does not matter here.
 */
public final class ImportCommand {

    private static final int ACCEPTED = 0;
    private static final int REFUSED = 1;
    private static final int SOME_REJECTED = 2;
    private static final long REDRAWN_EVERY_MS = 200;

    private final PrintStream out;
    private final PrintStream err;
    private final ProgressBar bar;

    ImportCommand(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.bar = new ProgressBar(out, terminal);
    }

    /**
     * Runs with the arguments after {@code import}; answers the exit code. A console is a terminal on Java 17, which
     * Minyi is built for.
     */
    @SuppressWarnings("SystemConsoleNull")
    public static int run(List<String> arguments) {
        return new ImportCommand(System.out, System.err, System.console() != null).run(arguments, System.getenv());
    }

    int run(List<String> arguments, Map<String, String> environment) {
        var options = ImportOptions.read(arguments, environment);
        if (options.help()) {
            out.print(ImportOptions.USAGE);
            return ACCEPTED;
        }
        if (options.fault() != null) {
            return refuse(options.fault());
        }
        if (!Files.isReadable(options.file()) || Files.isDirectory(options.file())) {
            return refuse("There is no file " + options.file() + " that could be read.");
        }
        try {
            return hand(options);
        } catch (IOException failed) {
            bar.end();
            return refuse(sentence(options, failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return refuse("Interrupted; unless the server had the whole file already nothing was taken over.");
        }
    }

    private int hand(ImportOptions options) throws IOException, InterruptedException {
        var server = new Server(options);
        var ready = server.progress();
        if (ready.statusCode() != 200) {
            return refuse(refusal(ready, server.json(ready)));
        }
        var file = new CountedFile(options.file());
        var answer = watch(server, file, server.hand(file));
        bar.end();
        var json = server.json(answer);
        if (answer.statusCode() != 200 || !json.has("accepted")) {
            return refuse(refusal(answer, json));
        }
        new Report(out).print(options.file().getFileName().toString(), json);
        return json.get("rejected").asLong() == 0 ? ACCEPTED : SOME_REJECTED;
    }

    private HttpResponse<String> watch(Server server, CountedFile file, CompletableFuture<HttpResponse<String>> running)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return running.get(REDRAWN_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                draw(server, file);
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
            }
        }
    }

    private void draw(Server server, CountedFile file) throws IOException, InterruptedException {
        if (file.sent() < file.contentLength()) {
            bar.at("sending", file.sent(), file.contentLength());
            return;
        }
        var state = server.json(server.progress());
        if (state.path("total").asLong() > 0) {
            bar.at(
                    "taking over",
                    state.path("bytes").asLong(),
                    state.path("total").asLong());
        }
    }

    private int refuse(String sentence) {
        err.println(sentence);
        return REFUSED;
    }

    private static String refusal(HttpResponse<String> answer, JsonNode json) {
        return json.hasNonNull("detail")
                ? json.get("detail").asText()
                : "The server answered with status %d and said nothing about why.".formatted(answer.statusCode());
    }

    private static String sentence(ImportOptions options, IOException failed) {
        if (failed instanceof ConnectException || failed instanceof HttpTimeoutException) {
            return "No Minyi answers at " + options.server() + ".";
        }
        return "The connection to %s broke before the answer came; hand the file over again, what was taken over counts as repeated."
                .formatted(options.server());
    }
}
