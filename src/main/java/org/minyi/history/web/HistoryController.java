package org.minyi.history.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.minyi.history.Asked;
import org.minyi.history.Choices;
import org.minyi.history.Choosing;
import org.minyi.history.Histories;
import org.minyi.history.Page;
import org.minyi.history.Place;
import org.minyi.history.Story;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of matters: a search, and one instance. No cache on the way keeps any of it. */
@RestController
@RequestMapping("/history/api")
class HistoryController {

    private final Histories histories;
    private final Choosing choosing;
    private final Readers readers;

    HistoryController(Histories histories, Choosing choosing, Readers readers) {
        this.histories = histories;
        this.choosing = choosing;
        this.readers = readers;
    }

    @GetMapping("/choices")
    ResponseEntity<Choices> choices(HttpServletRequest request) {
        readers.of(request);
        return fresh(choosing.choices());
    }

    @GetMapping("/instances")
    ResponseEntity<Page> page(
            @ModelAttribute Asked asked, @RequestParam(required = false) String after, HttpServletRequest request) {
        var viewer = readers.of(request);
        var place = after == null || after.isBlank() ? null : Place.of(after).orElseThrow(NoSuchPlace::new);
        return fresh(histories.page(viewer, asked, place));
    }

    @GetMapping("/instances/{id}")
    ResponseEntity<Story> one(@PathVariable String id, HttpServletRequest request) {
        return fresh(histories.story(readers.of(request), id).orElseThrow(NoSuchInstance::new));
    }

    @GetMapping("/instances/{id}/drawing")
    ResponseEntity<byte[]> drawing(@PathVariable String id, HttpServletRequest request) {
        var drawing = histories.drawing(readers.of(request), id).orElseThrow(NoSuchInstance::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(drawing.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
