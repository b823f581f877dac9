package org.minyi.workorder;

import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;

/**
 * A matter that becomes a work order.
 *
 * @param number of the matter, by which people know it
 * @param person null where the complaint says who it is from
 * @param line where the person can be asked; null without a telephone
 */
public record NewOrder(
        UUID complaint,
        String number,
        PersonId person,
        LineId line,
        String category,
        String severity,
        Respondent respondent) {

    NewOrder from(Complainants.Complainant who) {
        return new NewOrder(complaint, number, who.person(), who.line(), category, severity, respondent);
    }
}
