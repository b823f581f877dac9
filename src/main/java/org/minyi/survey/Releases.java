package org.minyi.survey;

import java.util.List;
import java.util.Optional;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.springframework.stereotype.Service;

/** What second persons decided about unusual waves. */
@Service
public class Releases {

    private final WaveTables tables;
    private final WordsBook words;
    private final Members members;

    Releases(WaveTables tables, WordsBook words, Members members) {
        this.tables = tables;
        this.words = words;
        this.members = members;
    }

    /** Who decided about the wave and why; empty for one that nobody had to look at. */
    public Optional<Release> of(WaveId wave) {
        return tables.judgement(wave)
                .map(judged -> new Release(
                        members.find(judged.by()).map(Member::name).orElse(judged.by()), text(judged.reasons())));
    }

    private String text(WordsId reasons) {
        return reasons == null ? "" : words.read(List.of(reasons)).getOrDefault(reasons, "");
    }
}
