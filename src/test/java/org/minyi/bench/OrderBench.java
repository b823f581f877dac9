package org.minyi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.Application;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Enrolled;
import org.minyi.citizen.Told;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.minyi.workorder.Outcome;
import org.minyi.workorder.WorkOrders;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * How many work orders a second go the whole way: signed, verified, proposed, confirmed, rectified, reviewed, asked
 * again, answered, closed; every task claimed and completed by the right member of the demonstration city through the
 * engine's API, authorisation on, four at a time, over the embedded PostgreSQL with fsync on. Beside it, measured in
 * turn, the same drawing with delegates that do nothing: its tasks, tables, timers and history cost the same, but
 * nothing is kept of the order, its story, the words, the question and the reply.
 */
final class OrderBench implements Bench.Measured {

    private static final int ORDERS = 80;
    private static final int RUNS = 7;
    private static final int CLIENTS = 4;
    private static final String BARE = "work-order-bare";
    private static final String NEVER = "2999-01-01T00:00:00Z";

    private ConfigurableApplicationContext minyi;
    private List<Enrolled> people;

    public static void main(String[] arguments) throws Exception {
        var figures = new Figures();
        new OrderBench().run(figures);
        System.out.println(figures.table());
        System.exit(0);
    }

    @Override
    public void run(Figures figures) throws Exception {
        var data = Files.createTempDirectory("minyi-bench");
        var application = new SpringApplication(Application.class);
        // From the beginning, for what a drawing may name is found out once.
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("benchNothing", new Nothing()));
        minyi = application.run(
                "--minyi.data=" + data.resolve("data"),
                "--minyi.contacts.folder=",
                "--minyi.sms.dispatcher=false",
                "--camunda.bpm.job-execution.enabled=false",
                "--server.port=0");
        try {
            deployBareDrawing();
            enrol();
            measure(figures);
        } finally {
            minyi.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void measure(Figures figures) throws Exception {
        var ours = new double[RUNS];
        var bare = new double[RUNS];
        var ratio = new double[RUNS];
        // The first two runs warm the JVM up and are not counted.
        for (var run = -2; run < RUNS; run++) {
            var nothing = perSecond(new BarePath());
            var all = perSecond(new OrderPath());
            if (run >= 0) {
                bare[run] = nothing;
                ours[run] = all;
                ratio[run] = all / nothing;
            }
        }
        figures.add("Work orders from dispatch to closed", "orders/s", "", ours);
        figures.add("Baseline: the same drawing, delegates do nothing", "orders/s", "", bare);
        figures.add("Ratio of the two, run by run", "", "≥ 0.7", ratio);
    }

    private double perSecond(Walk path) throws Exception {
        var work = new ArrayList<Callable<Object>>();
        for (var i = 0; i < ORDERS; i++) {
            var number = i;
            work.add(() -> {
                path.walk(number);
                return null;
            });
        }
        var clients = Executors.newFixedThreadPool(CLIENTS);
        var started = System.nanoTime();
        try {
            for (var done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            clients.shutdown();
        }
        return ORDERS / ((System.nanoTime() - started) / 1e9);
    }

    /** What both paths do: the steps of the drawing, by the people of one sub-centre. */
    private abstract class Walk {

        private final TaskService tasks = minyi.getBean(TaskService.class);
        private final IdentityService identity = minyi.getBean(IdentityService.class);
        final RuntimeService runtime = minyi.getBean(RuntimeService.class);
        private final ManagementService jobs = minyi.getBean(ManagementService.class);

        void walk(int number) {
            var subCentre = "%02d".formatted(number % 20 + 1);
            var unit = "9901" + subCentre + "000000";
            var post = "9901" + subCentre + "010000";
            var officer = "officer" + subCentre + "01";
            var leader = "leader" + subCentre;
            var order = begin(number, unit, post);
            act(order, "liaison" + subCentre, fields("signDecision", "ASSIGN", "executingUnit", post));
            act(order, "liaison" + subCentre, said(fields("verdict", "FOUNDED"), "verifyWords"));
            act(order, leader, said(fields("verdict", "FOUNDED"), "proposeWords"));
            act(order, "reviewer1", fields("confirmation", "CONFIRMED"));
            act(order, officer, said(fields(), "rectifyWords"));
            act(order, leader, said(fields("reviewDecision", "ACCEPTED"), "reviewWords"));
            answer(order, number);
            jobs.executeJob(heard(order));
            if (runtime.createProcessInstanceQuery().processInstanceId(order).count() != 0) {
                throw new IllegalStateException("the order did not close");
            }
        }

        /** The job that hears the answer: there as soon as the reply was applied, maybe by another client or node. */
        private String heard(String order) {
            var limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (System.nanoTime() < limit) {
                var job = jobs.createJobQuery()
                        .processInstanceId(order)
                        .activityId("serviceTask_hearAnswer")
                        .singleResult();
                if (job != null) {
                    return job.getId();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            throw new IllegalStateException("the answer was not applied within half a minute");
        }

        abstract String begin(int number, String unit, String post);

        abstract void answer(String order, int number);

        abstract VariableMap said(VariableMap fields, String words);

        private void act(String order, String user, VariableMap fields) {
            var groups = identity.createGroupQuery().groupMember(user).list().stream()
                    .map(Group::getId)
                    .toList();
            identity.setAuthentication(user, groups);
            try {
                var task = tasks.createTaskQuery().processInstanceId(order).singleResult();
                tasks.claim(task.getId(), user);
                tasks.complete(task.getId(), fields);
            } finally {
                identity.clearAuthentication();
            }
        }
    }

    private final class OrderPath extends Walk {

        private final Questions questions = minyi.getBean(Questions.class);
        private final OperatorInbox inbox = minyi.getBean(OperatorInbox.class);
        private final Replies replies = minyi.getBean(Replies.class);
        private final WorkOrders orders = minyi.getBean(WorkOrders.class);
        private final Clock clock = minyi.getBean(Clock.class);

        @Override
        String begin(int number, String unit, String post) {
            var matter = UUID.randomUUID();
            var facts = facts(matter, number, post);
            return runtime.startProcessInstanceByKey("work-order", matter.toString(), facts)
                    .getId();
        }

        @Override
        void answer(String instance, int number) {
            var matter = UUID.fromString((String) runtime.getVariable(instance, "matterId"));
            var order = orders.ofComplaint(matter).orElseThrow();
            var code = questions
                    .about(Subject.WORK_ORDER, order.id().value(), 2)
                    .orElseThrow()
                    .code();
            var ref = UUID.randomUUID().toString();
            inbox.replies(List.of(new IncomingSms(ref, phone(number), "" + code, "1 thank you", clock.instant())));
            replies.applyAll();
            if (order.outcome() == Outcome.SATISFIED) {
                throw new IllegalStateException("closed before the answer");
            }
        }

        @Override
        VariableMap said(VariableMap fields, String words) {
            return fields.putValue(words, "We went there, spoke to everybody and looked at the records of the day.");
        }
    }

    private final class BarePath extends Walk {

        @Override
        String begin(int number, String unit, String post) {
            var matter = UUID.randomUUID();
            var facts = facts(matter, number, post)
                    .putValue("workOrderId", matter.toString())
                    .putValue("round", 1)
                    .putValue("respondentLevel", "POST")
                    .putValue("handlingUnit", unit)
                    .putValue("signGroup", "liaison." + unit)
                    .putValue("verifyGroup", "liaison." + unit)
                    .putValue("proposeGroup", "leader." + unit)
                    .putValue("confirmGroup", "reviewer")
                    .putValue("rectifyGroup", "officer." + post)
                    .putValue("reviewGroup", "leader." + unit)
                    .putValue("directorGroup", "director")
                    .putValue("askedHow", "BY_SMS")
                    .putValue("replyDue", NEVER)
                    .putValue("heard", "GOOD");
            return runtime.startProcessInstanceByKey(BARE, matter.toString(), facts)
                    .getId();
        }

        @Override
        void answer(String order, int number) {
            runtime.createMessageCorrelation("workorder.answer-received")
                    .processInstanceId(order)
                    .setVariable("answer", "SATISFIED")
                    .correlate();
        }

        @Override
        VariableMap said(VariableMap fields, String words) {
            return fields;
        }
    }

    private VariableMap facts(UUID matter, int number, String post) {
        var person = people.get(number);
        return fields(
                "matterId",
                matter.toString(),
                "matterNumber",
                "B-" + matter,
                "matterTitle",
                "110, delay",
                "personId",
                person.person().toString(),
                "lineId",
                person.line().toString(),
                "category",
                "DELAY",
                "severity",
                "ORDINARY",
                "respondentUnit",
                post,
                "respondentOfficer",
                null);
    }

    private static VariableMap fields(String... pairs) {
        var fields = Variables.createVariables();
        for (var i = 0; i < pairs.length; i += 2) {
            fields.putValueTyped(pairs[i], Variables.stringValue(pairs[i + 1]));
        }
        return fields;
    }

    private void enrol() {
        var told = new ArrayList<Told>();
        for (var i = 0; i < ORDERS; i++) {
            told.add(new Told("Bench", phone(i), false));
        }
        people = minyi.getBean(Citizens.class).enrol(told);
    }

    private static String phone(int number) {
        return "1390009%04d".formatted(number);
    }

    private void deployBareDrawing() throws IOException {
        var drawing = Files.readString(
                Path.of("src/main/resources/processes/workorder/work-order.bpmn"), StandardCharsets.UTF_8);
        var bare = drawing.replaceAll("#\\{[a-zA-Z]+(Delegate|Listener)}", "#{benchNothing}")
                .replace("processRef=\"work-order\"", "processRef=\"" + BARE + "\"")
                .replace("<bpmn:process id=\"work-order\"", "<bpmn:process id=\"" + BARE + "\"");
        minyi.getBean(RepositoryService.class)
                .createDeployment()
                .name("bench")
                .addString(BARE + ".bpmn", bare)
                .deploy();
    }

    /** Stands for every delegate and listener of the drawing. */
    private static final class Nothing implements JavaDelegate, TaskListener {

        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}
    }
}
