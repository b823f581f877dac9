package org.minyi.contact.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import org.minyi.contact.ContactIntake;
import org.minyi.contact.ContactSettings;
import org.minyi.contact.Delivery;
import org.minyi.contact.Format;
import org.minyi.contact.ImportAnswer;
import org.minyi.organisation.MachineClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where source systems hand in contacts. */
@RestController
class ContactsApi {

    /** GBK and GB2312 are parts of GB18030, which reads what strict GB2312 would not. */
    private static final Set<String> PARTS_OF_GB18030 = Set.of("gbk", "gb2312", "cp936", "gb18030");

    /** A sender who wants to watch names the import with it. */
    private static final String IMPORT_ID = "Minyi-Import";

    private final ContactIntake intake;
    private final ContactSettings settings;
    private final RunningImports running;

    ContactsApi(ContactIntake intake, ContactSettings settings, RunningImports running) {
        this.intake = intake;
        this.settings = settings;
        this.running = running;
    }

    /** Reads the body itself, byte by byte as it comes: a file of 100,000 rows is never in memory. */
    @PostMapping("/api/contacts")
    ImportAnswer take(HttpServletRequest request, MachineClient client) throws IOException {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new UnsupportedDelivery("The body is compressed; it is expected plain.");
        }
        var type = mediaType(request.getContentType());
        var format =
                Format.ofMediaType(type.getType() + "/" + type.getSubtype()).orElseThrow(UnsupportedDelivery::new);
        var id = request.getHeader(IMPORT_ID);
        try (var delivery = Delivery.receive(
                request.getInputStream(),
                request.getContentLengthLong(),
                settings.maxSize().toBytes(),
                format,
                charset(type),
                running.progress(id))) {
            return intake.take(delivery, client::speaksFor);
        } finally {
            running.ended(id);
        }
    }

    /** How far an import is that was announced under this id. Nothing yet, or nothing any more: all zero. */
    @GetMapping("/api/contacts/imports/{id}")
    RunningImports.State progress(@PathVariable String id) {
        return running.of(id);
    }

    private static MediaType mediaType(String header) {
        if (header == null) {
            throw new UnsupportedDelivery();
        }
        try {
            return MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException unreadable) {
            throw new UnsupportedDelivery();
        }
    }

    private static Charset charset(MediaType type) {
        var name = type.getParameter("charset");
        if (name == null) {
            return null;
        }
        var plain = name.replace("\"", "").toLowerCase(Locale.ROOT);
        if (PARTS_OF_GB18030.contains(plain)) {
            return Charset.forName("GB18030");
        }
        if ("utf-8".equals(plain) || "utf8".equals(plain)) {
            return java.nio.charset.StandardCharsets.UTF_8;
        }
        throw new UnsupportedDelivery("The charset is not one of UTF-8 and GB18030.");
    }
}
