package org.minyi.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minyi.desk.Variable;
import org.minyi.notice.NoticeId;

/** The names in serve-notice.bpmn, once. A string from the model appears nowhere else in Java. */
final class ServeNoticeProcess {

    static final String ID = "serve-notice";

    /** The addressee will not get it by mail. */
    static final String FOUND_UNDELIVERABLE = "notice.found-undeliverable";

    /** Documents issued in the same matter and round before: each is due by itself. Read by the desk. */
    static final Variable<Integer> ATTEMPT = Variable.number("attempt");

    /** Kind and number of the document, and its addressee by name: shown in the forms. */
    static final Variable<String> NOTICE_TITLE = Variable.text("noticeTitle");

    static final Variable<String> NOTICE_UNIT = Variable.text("noticeUnit");
    /** The desk of the addressee. */
    static final Variable<String> RECEIPT_GROUP = Variable.text("receiptGroup");
    /** False without a mailbox, and when the mail has come back already. Read by the gateway. */
    static final Variable<Boolean> MAY_ARRIVE = Variable.truth("mayArrive");

    /** BY_HAND, REGISTERED_MAIL or TELEPHONE. */
    static final Variable<String> SERVE_HOW = Variable.text("serveHow");
    /** An ISO date. */
    static final Variable<String> SERVE_DATE = Variable.text("serveDate");
    /** How it went; the words themselves never come here. */
    static final Variable<String> SERVE_WORDS_ID = Variable.text("serveWordsId");

    /** Who completed the task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private ServeNoticeProcess() {}

    static NoticeId notice(DelegateExecution execution) {
        return NoticeId.of(execution.getProcessBusinessKey());
    }
}
