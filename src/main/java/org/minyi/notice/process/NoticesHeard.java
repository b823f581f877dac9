package org.minyi.notice.process;

import static org.minyi.notice.process.ServeNoticeProcess.ATTEMPT;
import static org.minyi.notice.process.ServeNoticeProcess.NOTICE_TITLE;
import static org.minyi.notice.process.ServeNoticeProcess.NOTICE_UNIT;
import static org.minyi.notice.process.ServeNoticeProcess.RECEIPT_GROUP;

import org.camunda.bpm.engine.RuntimeService;
import org.minyi.notice.NoticeIssued;
import org.minyi.notice.NoticeUndeliverable;
import org.minyi.notice.Notices;
import org.minyi.notice.Receivers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the service of what is issued, and hears of what did not arrive: each in the transaction that tells of it. */
@Component
class NoticesHeard {

    private final RuntimeService runtime;
    private final Notices notices;
    private final Receivers receivers;

    NoticesHeard(RuntimeService runtime, Notices notices, Receivers receivers) {
        this.runtime = runtime;
        this.notices = notices;
        this.receivers = receivers;
    }

    @EventListener
    void on(NoticeIssued issued) {
        var notice = issued.notice();
        var variables = issued.matter().facts().variables(notice.round());
        ATTEMPT.with(notices.before(notice), variables);
        NOTICE_TITLE.with(notices.title(notice), variables);
        NOTICE_UNIT.with(receivers.name(notice.unit()), variables);
        RECEIPT_GROUP.with(receivers.group(notice.unit(), issued.matter()), variables);
        runtime.startProcessInstanceByKey(ServeNoticeProcess.ID, notice.id().toString(), variables);
    }

    /** Nobody waits for it before the process looks for itself, nor after the document is served. */
    @EventListener
    void on(NoticeUndeliverable undeliverable) {
        runtime.createMessageCorrelation(ServeNoticeProcess.FOUND_UNDELIVERABLE)
                .processInstanceBusinessKey(undeliverable.notice().toString())
                .correlateAll();
    }
}
