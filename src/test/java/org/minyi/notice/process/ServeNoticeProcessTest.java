package org.minyi.notice.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.claim;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minyi.FullCoverage;
import org.minyi.ProcessEngines;
import org.minyi.citizen.WordsId;
import org.minyi.notice.Deliveries;
import org.minyi.notice.How;
import org.minyi.notice.Kind;
import org.minyi.notice.NewNotice;
import org.minyi.notice.Notice;
import org.minyi.notice.NoticeId;
import org.minyi.notice.NoticeIssued;
import org.minyi.notice.NoticeUndeliverable;
import org.minyi.notice.Notices;
import org.minyi.notice.Receivers;
import org.minyi.organisation.UnitCode;

@Deployment(resources = "processes/notice/serve-notice.bpmn")
class ServeNoticeProcessTest {

    private static final UnitCode UNIT = new UnitCode("990101000000");

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/notice/serve-notice.bpmn");

    private final Deliveries deliveries = mock(Deliveries.class);
    private final Notices notices = mock(Notices.class);
    private final Receivers receivers = mock(Receivers.class);
    private final NoticesHeard heard = new NoticesHeard(runtimeService(), notices, receivers);
    private final WordsId words = new WordsId(UUID.randomUUID());
    private final NewNotice.Matter matter = new NewNotice.Matter(
            UUID.randomUUID(), "2026-000123", "Household registration", null, UNIT, UNIT, UNIT, "officer1");
    private final Notice notice = new Notice(
            new NoticeId(UUID.randomUUID()),
            Kind.SUPERVISION_NOTICE,
            2026,
            1,
            "澜民督〔2026〕1号",
            UNIT,
            matter.id(),
            2,
            "LATE",
            "",
            Instant.parse("2026-03-04T02:00:00Z"));

    @BeforeEach
    void delegates() {
        Mocks.register("checkMailingDelegate", new CheckMailingDelegate(deliveries));
        Mocks.register("keepReceiptDelegate", new KeepReceiptDelegate(deliveries));
        Mocks.register("keepServiceDelegate", new KeepServiceDelegate(deliveries));
        when(receivers.group(UNIT, matter)).thenReturn("liaison.990101000000");
        when(receivers.name(UNIT)).thenReturn("清河分局");
        when(notices.title(notice)).thenReturn("督办通知书 澜民督〔2026〕1号");
        when(notices.before(notice)).thenReturn(1);
        when(deliveries.mayArrive(notice.id())).thenReturn(true);
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void the_addressee_confirms_at_its_own_desk() {
        var service = issued();

        assertThat(task(service)).hasCandidateGroup("liaison.990101000000");
        assertThat(service)
                .hasVariables(
                        "matterId",
                        "matterNumber",
                        "matterTitle",
                        "round",
                        "attempt",
                        "handlingUnit",
                        "executingUnit",
                        "respondentUnit",
                        "respondentOfficer");
        claim(task(service), "liaison1");
        complete(task(service), withVariables("doneBy", "liaison1"));

        verify(deliveries).confirm(notice.id(), "liaison1");
        assertThat(service).hasPassed("endEvent_received").isEnded();
    }

    @Test
    void what_comes_back_goes_to_the_centre_which_serves_it_otherwise() {
        var service = issued();

        heard.on(new NoticeUndeliverable(notice.id()));

        assertThat(service).isWaitingAtExactly("userTask_serveOtherwise");
        assertThat(task(service)).hasCandidateGroup("reviewer");
        served(service);
        verify(deliveries).serveOtherwise(notice.id(), "reviewer1", How.BY_HAND, LocalDate.of(2026, 3, 5), words);
        assertThat(service).hasPassed("endEvent_servedOtherwise").isEnded();
    }

    @Test
    void what_came_back_before_anybody_waited_for_it_goes_to_the_centre_at_once() {
        when(deliveries.mayArrive(notice.id())).thenReturn(false);
        heard.on(new NoticeIssued(notice, matter));
        heard.on(new NoticeUndeliverable(notice.id()));

        var service = begun();

        assertThat(service).isWaitingAtExactly("userTask_serveOtherwise");
        heard.on(new NoticeUndeliverable(notice.id()));
        assertThat(service).isWaitingAtExactly("userTask_serveOtherwise");
        served(service);
        assertThat(service).isEnded();
    }

    @Test
    void what_comes_back_after_the_receipt_changes_nothing() {
        var service = issued();
        complete(task(service), withVariables("doneBy", "liaison1"));

        heard.on(new NoticeUndeliverable(notice.id()));

        assertThat(service).isEnded().hasNotPassed("userTask_serveOtherwise");
        verify(deliveries, never()).serveOtherwise(any(), any(), any(), any(), any());
    }

    private void served(ProcessInstance service) {
        complete(
                task(service),
                withVariables(
                        "serveHow", "BY_HAND",
                        "serveDate", "2026-03-05",
                        "serveWordsId", words.toString(),
                        "doneBy", "reviewer1"));
    }

    private ProcessInstance issued() {
        heard.on(new NoticeIssued(notice, matter));
        var service = begun();
        assertThat(service).isWaitingAtExactly("userTask_confirmReceipt");
        return service;
    }

    private ProcessInstance begun() {
        var service = runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(notice.id().toString())
                .singleResult();
        execute(job("startEvent_noticeIssued", service));
        return service;
    }
}
