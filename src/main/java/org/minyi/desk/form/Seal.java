package org.minyi.desk.form;

import static org.minyi.desk.form.SealedNames.ADDRESS;
import static org.minyi.desk.form.SealedNames.MINOR;
import static org.minyi.desk.form.SealedNames.NAME;
import static org.minyi.desk.form.SealedNames.PHONE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.NotAPhone;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes words and identities out of what was submitted, before the engine sees it, and puts their ids in their place:
 * {@code callWords} becomes {@code callWordsId}, a citizen's name and phone become {@code personId} and {@code lineId}.
 * Keeping and submitting are one transaction.
 */
@Component
class Seal {

    private final ObjectProvider<Citizens> citizens;
    private final ObjectProvider<WordsBook> words;
    private final ObjectProvider<TransactionTemplate> transaction;

    Seal(
            ObjectProvider<Citizens> citizens,
            ObjectProvider<WordsBook> words,
            ObjectProvider<TransactionTemplate> transaction) {
        this.citizens = citizens;
        this.words = words;
        this.transaction = transaction;
    }

    /** Submits sealed: what a form brought, without anything that must not stand in the engine. */
    <T> T sealed(Map<String, Object> submitted, Supplier<PersonId> ofMatter, Function<Map<String, Object>, T> submit) {
        if (submitted == null || submitted.keySet().stream().noneMatch(SealedNames::isSealed)) {
            return submit.apply(submitted);
        }
        return transaction.getObject().execute(status -> submit.apply(seal(submitted, ofMatter)));
    }

    private VariableMap seal(Map<String, Object> submitted, Supplier<PersonId> ofMatter) {
        var open = Variables.createVariables();
        submitted.keySet().stream()
                .filter(name -> !SealedNames.isSealed(name))
                .forEach(name -> copy(submitted, name, open));
        var person = enrol(submitted, open);
        for (var name : submitted.keySet()) {
            if (SealedNames.isWords(name)) {
                // An empty field forgets the words of an earlier round: they belong to that one.
                Supplier<PersonId> speaker =
                        SealedNames.isOfCitizen(name) ? () -> person == null ? ofMatter.get() : person : () -> null;
                open.putValueTyped(name + "Id", Variables.stringValue(keep(text(submitted, name), speaker)));
            }
        }
        return open;
    }

    private PersonId enrol(Map<String, Object> submitted, VariableMap open) {
        var name = text(submitted, NAME);
        var phone = text(submitted, PHONE);
        if (name.isEmpty() && phone.isEmpty()) {
            return null;
        }
        try {
            var told = new Told(
                    name,
                    phone.isEmpty() ? null : phone,
                    Boolean.parseBoolean(text(submitted, MINOR)),
                    text(submitted, ADDRESS));
            var enrolled = citizens.getObject().enrol(List.of(told)).get(0);
            open.putValueTyped(
                    "personId", Variables.stringValue(enrolled.person().toString()));
            open.putValueTyped(
                    "lineId",
                    Variables.stringValue(
                            enrolled.line() == null ? null : enrolled.line().toString()));
            return enrolled.person();
        } catch (NotAPhone refused) {
            throw new BadUserRequestException(refused.getMessage(), refused);
        }
    }

    private String keep(String text, Supplier<PersonId> speaker) {
        return text.isEmpty()
                ? null
                : words.getObject().keep(speaker.get(), text).toString();
    }

    private static String text(Map<String, Object> submitted, String name) {
        return Objects.toString(submitted.get(name), "").strip();
    }

    private static void copy(Map<String, Object> submitted, String name, VariableMap open) {
        if (submitted instanceof VariableMap typed) {
            open.putValueTyped(name, typed.getValueTyped(name));
        } else {
            open.putValue(name, submitted.get(name));
        }
    }
}
