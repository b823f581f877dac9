package org.minyi.extension.process;

import static org.minyi.extension.process.ExtensionProcess.ASKED_DAYS;
import static org.minyi.extension.process.ExtensionProcess.ASKED_UNTIL;
import static org.minyi.extension.process.ExtensionProcess.DECIDE_GROUP;
import static org.minyi.extension.process.ExtensionProcess.PART;
import static org.minyi.extension.process.ExtensionProcess.PAUSE_REASON;
import static org.minyi.extension.process.ExtensionProcess.ROUND;
import static org.minyi.extension.process.ExtensionProcess.STEP_NAME;
import static org.minyi.extension.process.ExtensionProcess.TIME_KIND;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.desk.Variable;
import org.minyi.extension.TimeAsked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what was asked for to the desk that decides, in the same transaction. */
@Component
class RequestsMade {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final RuntimeService runtime;
    private final Clock clock;

    RequestsMade(RuntimeService runtime, Clock clock) {
        this.runtime = runtime;
        this.clock = clock;
    }

    @EventListener
    void on(TimeAsked asked) {
        var request = asked.request();
        var variables = Variables.createVariables();
        ExtensionProcess.OF_THE_MATTER.forEach(
                name -> Variable.text(name).with(asked.task().text(name).orElse(null), variables));
        ROUND.with(asked.task().number("round").orElse(1), variables);
        PART.with(request.id().toString(), variables);
        DECIDE_GROUP.with(asked.deciding().group(), variables);
        STEP_NAME.with(asked.task().name(), variables);
        TIME_KIND.with(request.kind().name(), variables);
        ASKED_DAYS.with(request.days(), variables);
        ASKED_UNTIL.with(
                request.until() == null ? null : WRITTEN.format(request.until().atZone(clock.getZone())), variables);
        PAUSE_REASON.with(request.reason() == null ? null : request.reason().name(), variables);
        runtime.startProcessInstanceByKey(ExtensionProcess.ID, request.id().toString(), variables);
    }
}
