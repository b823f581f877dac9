package org.minyi.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.minyi.board.HandedInFiles;
import org.minyi.citizen.AttachmentId;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people handed in, as files to save: a browser shows none of them here, and what it should show all the same it
 * keeps in a box of its own.
 */
@RestController
class FilesController {

    private static final String BOXED = "default-src 'none'; sandbox";

    private final HandedInFiles files;
    private final Visitors visitors;

    FilesController(HandedInFiles files, Visitors visitors) {
        this.files = files;
        this.visitors = visitors;
    }

    @GetMapping("/board/api/attachments/{id}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id, HttpServletRequest request) {
        var viewer = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        var file = files.open(viewer, new AttachmentId(id)).orElseThrow(NoSuchDossier::new);
        var saved = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", BOXED)
                .body(file.content());
    }
}
