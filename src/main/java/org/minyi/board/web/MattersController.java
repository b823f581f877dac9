package org.minyi.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.minyi.board.Dossier;
import org.minyi.board.Dossiers;
import org.minyi.board.Matters;
import org.minyi.complaint.ComplaintId;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The matters that whoever is logged in may see, and the dossier of each, without any task. */
@RestController
@RequestMapping("/board/api/matters")
class MattersController {

    private final Matters matters;
    private final Dossiers dossiers;
    private final Visitors visitors;

    MattersController(Matters matters, Dossiers dossiers, Visitors visitors) {
        this.matters = matters;
        this.dossiers = dossiers;
        this.visitors = visitors;
    }

    @GetMapping
    ResponseEntity<List<Matters.Row>> page(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) Boolean open,
            @RequestParam(required = false) UUID before,
            HttpServletRequest request,
            Locale reader) {
        return kept(matters.page(viewer(request), number, open, before, reader));
    }

    @GetMapping("/{matter}")
    ResponseEntity<Dossier> dossier(@PathVariable UUID matter, HttpServletRequest request, Locale reader) {
        return kept(
                dossiers.of(viewer(request), new ComplaintId(matter), reader).orElseThrow(NoSuchDossier::new));
    }

    private String viewer(HttpServletRequest request) {
        return visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
    }

    /** Nowhere but before the reader's eyes. */
    private static <T> ResponseEntity<T> kept(T answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }
}
