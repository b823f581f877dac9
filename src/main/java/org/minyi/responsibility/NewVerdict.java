package org.minyi.responsibility;

import org.minyi.citizen.WordsId;
import org.minyi.notice.NewNotice;
import org.minyi.organisation.UnitCode;

/**
 * A verdict that the centre has just confirmed.
 *
 * @param unit held responsible
 * @param officer held responsible besides; null where nobody is named
 * @param by who confirmed it
 * @param finding what was found; null where nobody said so
 * @param grounds why it was judged so; null where nobody said so
 */
public record NewVerdict(
        NewNotice.Matter matter,
        int round,
        Judgement judgement,
        UnitCode unit,
        String officer,
        String by,
        WordsId finding,
        WordsId grounds) {}
