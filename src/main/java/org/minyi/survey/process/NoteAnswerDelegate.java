package org.minyi.survey.process;

import static org.minyi.survey.process.PhoneQuestionProcess.CALL_OUTCOME;
import static org.minyi.survey.process.PhoneQuestionProcess.CALL_WORDS_ID;
import static org.minyi.survey.process.PhoneQuestionProcess.QUESTION_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.question.Answer;
import org.minyi.question.QuestionId;
import org.minyi.survey.PhoneQuestions;
import org.springframework.stereotype.Component;

/** Keeps what the person said on the phone as the answer of their question. */
@Component
class NoteAnswerDelegate implements JavaDelegate {

    private final PhoneQuestions phone;

    NoteAnswerDelegate(PhoneQuestions phone) {
        this.phone = phone;
    }

    @Override
    public void execute(DelegateExecution execution) {
        phone.answer(
                QuestionId.of(QUESTION_ID.on(execution).get()),
                Answer.valueOf(CALL_OUTCOME.on(execution).get()),
                CALL_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
    }
}
