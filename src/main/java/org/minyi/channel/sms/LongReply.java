package org.minyi.channel.sms;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minyi.channel.sms.IncomingTables.Kept;
import org.minyi.citizen.WordsId;

/** A citizen's long message, put together from its parts. */
final class LongReply {

    /** Stands where a part never came. */
    static final String GAP = " […] ";

    private LongReply() {}

    /** The message; what is missing is marked, for half a complaint is one too. */
    static ReplySink.Written of(List<Kept> parts, Map<WordsId, String> bytes) {
        var whole = parts.get(0).whole();
        return new ReplySink.Written(
                "long-" + UUID.randomUUID(),
                whole.line(),
                whole.extension(),
                text(parts.stream().sorted(Comparator.comparingInt(Kept::place)).toList(), bytes),
                parts.stream().map(Kept::cameAt).min(Comparator.naturalOrder()).orElse(Instant.EPOCH));
    }

    /** As which a part is kept in the words book. */
    static String kept(byte[] payload) {
        return HexFormat.of().formatHex(payload);
    }

    private static byte[] bytes(String kept) {
        return kept == null ? new byte[0] : HexFormat.of().parseHex(kept);
    }

    /** Bytes that follow each other are read together: a character may be cut in two. */
    private static String text(List<Kept> parts, Map<WordsId, String> bytes) {
        var text = new StringBuilder();
        var together = new ByteArrayOutputStream();
        var next = 1;
        for (var part : parts) {
            if (part.place() != next) {
                text.append(together.toString(part.charset())).append(GAP);
                together.reset();
            }
            together.writeBytes(bytes(bytes.get(part.words())));
            next = part.place() + 1;
        }
        text.append(together.toString(parts.get(0).charset()));
        return next > parts.get(0).whole().parts()
                ? text.toString()
                : text.append(GAP).toString();
    }
}
