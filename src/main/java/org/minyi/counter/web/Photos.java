package org.minyi.counter.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.minyi.citizen.upload.Refusal;
import org.minyi.citizen.upload.ScannerAway;
import org.minyi.citizen.upload.UploadAnswer;
import org.minyi.citizen.upload.UploadCheck;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files that come with a form: looked at, each, before anything is taken in. */
@Component
class Photos {

    private static final int MOST = 5;

    private final UploadCheck check;

    Photos(UploadCheck check) {
        this.check = check;
    }

    /**
     * What became of them.
     *
     * @param faults one sentence in the reader's language for the first that is refused; empty when none is
     */
    record Checked(List<UploadAnswer.Accepted> accepted, String faults) {}

    Checked checked(List<MultipartFile> chosen, Language reader) {
        // A browser sends an empty part where nothing was chosen.
        var files = chosen == null
                ? List.<MultipartFile>of()
                : chosen.stream()
                        .filter(file -> !file.isEmpty() || isNamed(file))
                        .toList();
        if (files.size() > MOST) {
            return refused(Refusal.TOO_MANY_FILES, reader);
        }
        var accepted = new ArrayList<UploadAnswer.Accepted>();
        for (var file : files) {
            var answer = looked(file);
            if (answer instanceof UploadAnswer.Refused refused) {
                return refused(refused.why(), reader);
            }
            accepted.add((UploadAnswer.Accepted) answer);
        }
        return new Checked(accepted, "");
    }

    private UploadAnswer looked(MultipartFile file) {
        try {
            return check.check(file.getOriginalFilename(), content(file), UploadCheck.FROM_THE_WEB);
        } catch (ScannerAway away) {
            return new UploadAnswer.Refused(Refusal.UNSCANNED);
        }
    }

    private static Checked refused(Refusal why, Language reader) {
        return new Checked(List.of(), why.sentence(reader.locale()));
    }

    private static boolean isNamed(MultipartFile file) {
        return file.getOriginalFilename() != null && !file.getOriginalFilename().isBlank();
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
