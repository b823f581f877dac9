package org.minyi.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.minyi.board.OfficialDocuments;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.minyi.notice.NoticeId;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Official documents, shown in the browser. No cache on the way keeps one. */
@RestController
class DocumentsController {

    private final OfficialDocuments documents;
    private final Visitors visitors;

    DocumentsController(OfficialDocuments documents, Visitors visitors) {
        this.documents = documents;
        this.visitors = visitors;
    }

    @GetMapping("/board/api/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable UUID id, HttpServletRequest request) {
        var viewer = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        var file = documents.of(viewer, new NoticeId(id)).orElseThrow(NoSuchDossier::new);
        var shown = ContentDisposition.inline()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
                .body(file.pdf());
    }
}
