package org.minyi.contact.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.minyi.contact.Format;

/**
 * What was asked of {@code minyi import}.
 *
 * @param fault what is wrong with it, in one sentence; null when nothing is
 */
record ImportOptions(Path file, Format format, URI server, String key, boolean help, String fault) {

    static final String USAGE =
            """
            Usage: java -jar minyi.jar import FILE [--server URL] [--key KEY]

            Hands a file of contacts (.csv, .json, .ndjson) over to a running Minyi and prints what became of it.

              FILE          the file; UTF-8 or GB18030
              --server URL  where Minyi runs; else MINYI_SERVER, else http://localhost:8080
              --key KEY     the client key; else MINYI_KEY
              --help        this text

            Ends with 0 when every line was taken over or known already, 2 when lines were rejected,
            1 when the file was refused or something went wrong.
            """;

    private static final String HERE = "http://localhost:8080";

    static ImportOptions read(List<String> arguments, Map<String, String> environment) {
        var left = new ArrayDeque<>(arguments);
        String file = null;
        var server = environment.getOrDefault("MINYI_SERVER", HERE);
        var key = environment.get("MINYI_KEY");
        while (!left.isEmpty()) {
            var argument = left.poll();
            switch (argument) {
                case "--help", "-h" -> {
                    return new ImportOptions(null, null, null, null, true, null);
                }
                case "--server" -> server = left.poll();
                case "--key" -> key = left.poll();
                default -> {
                    if (argument.startsWith("-") || file != null) {
                        return faulty("What is '%s'? One file is expected; see --help.".formatted(argument));
                    }
                    file = argument;
                }
            }
        }
        return checked(file, server, key);
    }

    private static ImportOptions checked(String file, String server, String key) {
        if (file == null) {
            return faulty("A file is expected; see --help.");
        }
        if (key == null || key.isBlank()) {
            return faulty("A client key is expected: --key KEY, or MINYI_KEY in the environment.");
        }
        var format = Format.ofFile(file);
        if (format.isEmpty()) {
            return faulty("The name of the file ends in none of .csv, .json and .ndjson.");
        }
        try {
            var address = URI.create(server == null ? "" : server.replaceAll("/+$", ""));
            if (address.getHost() == null
                    || !String.valueOf(address.getScheme()).startsWith("http")) {
                return faulty("'%s' is no address of a server; one like %s is expected.".formatted(server, HERE));
            }
            return new ImportOptions(Path.of(file), format.get(), address, key.strip(), false, null);
        } catch (IllegalArgumentException unreadable) {
            return faulty("'%s' is no address of a server; one like %s is expected.".formatted(server, HERE));
        }
    }

    private static ImportOptions faulty(String sentence) {
        return new ImportOptions(null, null, null, null, false, sentence);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ImportOptions[" + file + " to " + server + "]";
    }
}
