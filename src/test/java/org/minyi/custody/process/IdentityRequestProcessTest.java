package org.minyi.custody.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.claim;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

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
import org.minyi.custody.IdentityRequests;
import org.minyi.custody.RequestId;

@Deployment(resources = "processes/custody/identity-request.bpmn")
class IdentityRequestProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/custody/identity-request.bpmn");

    private final IdentityRequests requests = mock(IdentityRequests.class);
    private final RequestId request = new RequestId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void delegates() {
        Mocks.register("grantIdentityDelegate", new GrantIdentityDelegate(requests));
        Mocks.register("refuseIdentityDelegate", new RefuseIdentityDelegate(requests));
        Mocks.register("anotherCustodianListener", new AnotherCustodianListener(requests));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void what_the_custodian_grants_is_opened() {
        var asked = decided("GRANTED");

        verify(requests).grant(request, "custodian1", words);
        assertThat(asked).hasPassed("endEvent_granted").isEnded();
    }

    @Test
    void what_the_custodian_refuses_stays_sealed() {
        var asked = decided("REFUSED");

        verify(requests).mustBeAnother(request, "custodian1");
        verify(requests).refuse(request, "custodian1", words);
        verifyNoMoreInteractions(requests);
        assertThat(asked).hasPassed("endEvent_refused").isEnded();
    }

    @Test
    void nobody_takes_the_request_they_made() {
        var asked = asked();
        doThrow(new IllegalStateException("yours")).when(requests).mustBeAnother(request, "custodian1");

        assertThatThrownBy(() -> claim(task(asked), "custodian1")).hasStackTraceContaining("yours");
        assertThat(asked).isWaitingAt("userTask_decideRequest");
    }

    private ProcessInstance decided(String verdict) {
        var asked = asked();
        claim(task(asked), "custodian1");
        complete(
                task(asked),
                withVariables("identityVerdict", verdict, "identityWordsId", words.toString(), "doneBy", "custodian1"));
        return asked;
    }

    private ProcessInstance asked() {
        var instance = runtimeService().startProcessInstanceByKey(IdentityRequestProcess.ID, request.toString());
        execute(job("startEvent_identityAsked", instance));
        return instance;
    }
}
