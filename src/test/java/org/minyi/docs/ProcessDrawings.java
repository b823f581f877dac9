package org.minyi.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** All drawings below a folder, by the names of their processes. */
final class ProcessDrawings {

    private final List<ProcessDrawing> drawings;

    private ProcessDrawings(List<ProcessDrawing> drawings) {
        this.drawings = drawings;
    }

    static ProcessDrawings in(Path folder) {
        try (var files = Files.walk(folder)) {
            return new ProcessDrawings(files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(ProcessDrawing::of)
                    .sorted(Comparator.comparing(ProcessDrawing::name).thenComparing(ProcessDrawing::id))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<ProcessDrawing> all() {
        return drawings;
    }

    List<ProcessDrawing> calledBy(ProcessDrawing caller) {
        return drawings.stream()
                .filter(other -> caller.calls().contains(other.id()))
                .toList();
    }

    List<ProcessDrawing> calling(ProcessDrawing called) {
        return drawings.stream()
                .filter(other -> other.calls().contains(called.id()))
                .toList();
    }

    static String links(List<ProcessDrawing> some) {
        return some.stream()
                .map(one -> Markdown.link(one.name(), Markdown.anchor(one.name())))
                .collect(joining(", "));
    }
}
