package org.minyi.board;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.springframework.stereotype.Component;

/** Every room's part of the story on one line, latest first. */
@Component
class Timeline {

    private final List<Story> stories;
    private final WordsBook book;
    private final Faces faces;
    private final HandedInFiles handedIn;

    Timeline(List<Story> stories, WordsBook book, Faces faces, HandedInFiles handedIn) {
        this.stories = stories;
        this.book = book;
        this.faces = faces;
        this.handedIn = handedIn;
    }

    /** What happened, as far as the reader's sight goes; nothing of it is in words yet. */
    List<Told> told(About about, Extent extent) {
        return stories.stream()
                .flatMap(story -> story.tell(about, extent).stream())
                .sorted(comparing(Told::at).reversed())
                .toList();
    }

    /**
     * @param shown what is done to every text before it is read: nothing, or names and numbers taken out
     */
    List<Dossier.Entry> entries(List<Told> told, UnaryOperator<String> shown, Wording wording) {
        var words = book.read(
                told.stream().map(Told::words).filter(Objects::nonNull).toList());
        return told.stream().map(one -> entry(one, words, shown, wording)).toList();
    }

    private Dossier.Entry entry(Told told, Map<WordsId, String> words, UnaryOperator<String> shown, Wording wording) {
        return new Dossier.Entry(
                told.at(),
                told.kind().name(),
                wording.of(told.key(), told.facts().toArray()),
                text(told, words, shown, wording),
                faces.nameOf(told.by()),
                faces.nameOf(told.unit()),
                told.round(),
                told.document(),
                handedIn.shown(told.files(), wording));
    }

    /** What Minyi says of how it stands, and below it what somebody said, wrote or was sent. */
    private static String text(Told told, Map<WordsId, String> words, UnaryOperator<String> shown, Wording wording) {
        var said = shown.apply(Optional.ofNullable(told.words()).map(words::get).orElse(told.text()));
        if (told.sayings().isEmpty()) {
            return said;
        }
        return Stream.concat(
                        told.sayings().stream()
                                .map(one -> wording.of(one.key(), one.facts().toArray())),
                        Stream.ofNullable(said))
                .collect(joining("\n"));
    }
}
