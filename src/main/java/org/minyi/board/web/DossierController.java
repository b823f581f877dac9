package org.minyi.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.minyi.board.Card;
import org.minyi.board.DeskTasks;
import org.minyi.board.Dossier;
import org.minyi.board.Dossiers;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dossier of a task, for the browser in which somebody is logged in at the desk. */
@RestController
class DossierController {

    /** Tasklist shows fifteen at once. */
    private static final int MOST_CARDS = 100;

    private final Dossiers dossiers;
    private final DeskTasks tasks;
    private final Visitors visitors;

    DossierController(Dossiers dossiers, DeskTasks tasks, Visitors visitors) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.visitors = visitors;
    }

    /** Holds a citizen's name: no cache on the way keeps it. */
    @GetMapping("/dossier/api/tasks/{taskId}")
    ResponseEntity<Dossier> dossier(@PathVariable String taskId, HttpServletRequest request, Locale reader) {
        var viewer = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(dossiers.of(viewer, taskId, reader).orElseThrow(NoSuchDossier::new));
    }

    /** Number and title for the cards of a task list, without any person. */
    @GetMapping("/dossier/api/cards")
    ResponseEntity<List<Card>> cards(@RequestParam("tasks") List<String> taskIds, HttpServletRequest request) {
        var viewer = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        var asked = taskIds.stream().limit(MOST_CARDS).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(asked.isEmpty() ? List.of() : tasks.cards(viewer, asked));
    }
}
