package org.minyi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.minyi.Application;
import org.minyi.LoggedIn;
import org.minyi.calendar.Outages;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.RecordingOperator;
import org.minyi.channel.sms.SmsOperator;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Enrolled;
import org.minyi.citizen.Told;
import org.minyi.organisation.UnitCode;
import org.minyi.question.Questions;
import org.minyi.question.Subject;
import org.minyi.workorder.Dispatching;
import org.minyi.workorder.HandlingLevel;
import org.minyi.workorder.NewOrder;
import org.minyi.workorder.Respondent;
import org.minyi.workorder.WorkOrder;
import org.minyi.workorder.WorkOrderId;
import org.minyi.workorder.WorkOrders;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Minyi is switched off for three days while 20,000 people are asked whether it has been put right; every one's time to
 * reply is over when it comes back, and 5,000 answered in time, which the operator hands in only now. Measured is how long
 * it takes until everybody who answered is heard and everybody else lies on a caller's desk, and how long a reviewer waits
 * for the list of matters meanwhile. It is night: nothing may leave. Beside it, the engine alone: timers of a drawing that
 * does nothing.
 */
final class OutageBench implements Bench.Measured {

    private static final int ORDERS = 20_000;
    private static final int ANSWERED = 5_000;
    private static final int BARE = 5_000;
    private static final int CLIENTS = 4;
    private static final int AT_ONCE = 200;
    private static final Duration OFF = Duration.ofDays(3);
    private static final String WINDOW = "event_replyWindowOver";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private List<Enrolled> people;
    private List<WorkOrderId> orders;

    public static void main(String[] arguments) throws Exception {
        var figures = new Figures();
        new OutageBench().run(figures);
        System.out.println(figures.table());
        System.exit(0);
    }

    @Override
    public void run(Figures figures) throws Exception {
        var data = Files.createTempDirectory("minyi-bench");
        try {
            askEverybody(data);
            comeBack(data, figures);
        } finally {
            ClockUtil.reset();
            FileSystemUtils.deleteRecursively(data);
        }
    }

    /** At work until three days and a minute ago. */
    private void askEverybody(Path data) throws Exception {
        var then = Clock.offset(Clock.system(ZONE), OFF.plusMinutes(1).negated());
        ClockUtil.offset(OFF.plusMinutes(1).negated().toMillis());
        var minyi = start(data, then, new RecordingOperator(), "--camunda.bpm.job-execution.enabled=false");
        try {
            var told = IntStream.range(0, ORDERS)
                    .mapToObj(number -> new Told("Bench", phone(number), false))
                    .toList();
            people = minyi.getBean(Citizens.class).enrol(told);
            orders = inParallel(IntStream.range(0, ORDERS)
                    .mapToObj(number -> (Callable<WorkOrderId>) () -> asked(minyi, number))
                    .toList());
            minyi.getBean(Outages.class).beat();
        } finally {
            minyi.close();
            ClockUtil.reset();
        }
    }

    /** An order that was put right once, and its person asked whether it was. */
    private WorkOrderId asked(ConfigurableApplicationContext minyi, int number) {
        var dispatching = minyi.getBean(Dispatching.class);
        var subCentre = "%02d".formatted(number % 20 + 1);
        var post = new UnitCode("9901" + subCentre + "010000");
        var matter = UUID.randomUUID();
        var order = dispatching.open(new NewOrder(
                matter,
                "B-" + number,
                people.get(number).person(),
                people.get(number).line(),
                "DELAY",
                "ORDINARY",
                new Respondent(post, null)));
        dispatching.dispatch(order.id(), HandlingLevel.SUB_CENTRE, Optional.empty());
        var desks = dispatching.assign(order.id(), Optional.of(post));
        minyi.getBean(RuntimeService.class)
                .createProcessInstanceByKey("work-order")
                .businessKey(order.id().toString())
                .setVariables(Variables.createVariables()
                        .putValue("matterId", matter.toString())
                        .putValue("matterNumber", "B-" + number)
                        .putValue("matterTitle", "110, delay")
                        .putValue("workOrderId", order.id().toString())
                        .putValue("category", "DELAY")
                        .putValue("severity", "ORDINARY")
                        .putValue("respondentUnit", post.value())
                        .putValue("respondentOfficer", null)
                        .putValue("round", 1)
                        .putValue("handlingUnit", desks.handling().value())
                        .putValue("executingUnit", desks.executing().value())
                        .putValue("confirmGroup", desks.confirming().group())
                        .putValue("rectifyGroup", desks.rectifying().group())
                        .putValue("reviewGroup", desks.reviewing().group())
                        .putValue("superviseGroup", desks.supervising().group())
                        .putValue("directorGroup", desks.deciding().group()))
                .startBeforeActivity("serviceTask_askAgain")
                .execute();
        return order.id();
    }

    private void comeBack(Path data, Figures figures) throws Exception {
        var operator = new RecordingOperator();
        var minyi = start(data, Clock.system(ZONE), operator, "--minyi.sms.sending-hours=" + anotherTimeOfDay());
        try {
            var back = System.nanoTime();
            var screens = new Screens(minyi);
            var inbox = Executors.newSingleThreadExecutor();
            var handedIn = inbox.submit(() -> handIn(minyi));
            var due = 1L;
            while (due > 0 || !handedIn.isDone()) {
                screens.look();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                due = waiting(minyi);
            }
            handedIn.get();
            inbox.shutdown();
            var minutes = (System.nanoTime() - back) / 60e9;
            mustBeRight(minyi);
            var bare = bareTimers(minyi);
            figures.add("After 72 hours off: 20,000 reply windows over, 5,000 answered", "minutes", "≤ 10", minutes);
            figures.add("The list of matters meanwhile, 95 of 100", "ms", "≤ 2,000", screens.percentile95());
            figures.add(
                    "SMS that left at night",
                    "messages",
                    "0",
                    operator.received().size());
            figures.add("Timers that became a call on a desk", "timers/s", "", (ORDERS - ANSWERED) / (minutes * 60));
            figures.add("Baseline: timers of a drawing that does nothing", "timers/s", "", bare);
        } finally {
            minyi.close();
        }
    }

    /** What still has to be done by the engine. */
    private static long waiting(ConfigurableApplicationContext minyi) {
        var jobs = minyi.getBean(ManagementService.class);
        return jobs.createJobQuery().activityId(WINDOW).count()
                + jobs.createJobQuery().activityId("serviceTask_hearAnswer").count();
    }

    /** As an operator does that was asked for nothing in three days: everything it holds, received yesterday. */
    private void handIn(ConfigurableApplicationContext minyi) {
        var inbox = minyi.getBean(OperatorInbox.class);
        var questions = minyi.getBean(Questions.class);
        var received = Instant.now().minus(Duration.ofDays(1));
        var window = new ArrayList<IncomingSms>();
        for (var number = 0; number < ANSWERED; number++) {
            var code = questions
                    .about(Subject.WORK_ORDER, orders.get(number).value(), 2)
                    .orElseThrow()
                    .code();
            window.add(new IncomingSms(UUID.randomUUID().toString(), phone(number), "" + code, "1", received));
            if (window.size() == AT_ONCE) {
                inbox.replies(List.copyOf(window));
                window.clear();
            }
        }
        inbox.replies(window);
    }

    private void mustBeRight(ConfigurableApplicationContext minyi) {
        var known = minyi.getBean(WorkOrders.class);
        var closed = orders.subList(0, ANSWERED).stream()
                .filter(id -> known.find(id).orElseThrow().state() == WorkOrder.State.CLOSED)
                .count();
        var phoned = minyi.getBean(TaskService.class)
                .createTaskQuery()
                .taskDefinitionKey("userTask_makeCall")
                .count();
        if (closed != ANSWERED || phoned != ORDERS - ANSWERED) {
            throw new IllegalStateException("%d of %d who answered were heard, %d of %d others lie on a desk"
                    .formatted(closed, ANSWERED, phoned, ORDERS - ANSWERED));
        }
    }

    /** How many timers a second the engine moves when nothing else is done. */
    private static double bareTimers(ConfigurableApplicationContext minyi) throws Exception {
        var due = Date.from(Instant.now().plus(Duration.ofSeconds(60)));
        var bare = Bpmn.createExecutableProcess("bench-timer")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .intermediateCatchEvent("event_bare")
                .name("Bare")
                .timerWithDate("#{replyDue}")
                .userTask("userTask_bare")
                .name("Bare")
                .camundaCandidateGroups("caller")
                .endEvent()
                .done();
        minyi.getBean(RepositoryService.class)
                .createDeployment()
                .name("bench")
                .addModelInstance("bench-timer.bpmn", bare)
                .deploy();
        var runtime = minyi.getBean(RuntimeService.class);
        inParallel(IntStream.range(0, BARE)
                .mapToObj(number -> (Callable<String>) () -> runtime.startProcessInstanceByKey(
                                "bench-timer",
                                Variables.createVariables()
                                        .putValue("replyDue", due.toInstant().toString()))
                        .getId())
                .toList());
        var jobs = minyi.getBean(ManagementService.class);
        while (Instant.now().isBefore(due.toInstant())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        var begun = System.nanoTime();
        var left = jobs.createJobQuery().activityId("event_bare").count();
        var all = left;
        while (left > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            left = jobs.createJobQuery().activityId("event_bare").count();
        }
        return all / ((System.nanoTime() - begun) / 1e9);
    }

    private static ConfigurableApplicationContext start(
            Path data, Clock clock, SmsOperator operator, String... arguments) {
        var application = new SpringApplication(Application.class);
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean("benchClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
            beans.registerBean("benchOperator", SmsOperator.class, () -> operator, bean -> bean.setPrimary(true));
        });
        var all = new ArrayList<>(List.of(
                "--minyi.data=" + data.resolve("data"),
                "--minyi.contacts.folder=",
                "--minyi.simulator=false",
                "--server.port=0"));
        all.addAll(Arrays.asList(arguments));
        return application.run(all.toArray(String[]::new));
    }

    /** An hour that is not now: it is night for citizens. */
    private static String anotherTimeOfDay() {
        return LocalTime.now(ZONE).isBefore(LocalTime.NOON) ? "20:00-21:00" : "01:00-02:00";
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var done = new ArrayList<T>();
            for (var one : clients.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } finally {
            clients.shutdown();
        }
    }

    private static String phone(int number) {
        return "139%08d".formatted(number);
    }

    /** How long a reviewer waits for the list of matters. */
    private static final class Screens {

        private final LoggedIn reviewer;
        private final List<Double> waited = new ArrayList<>();

        Screens(ConfigurableApplicationContext minyi) {
            var port = Integer.parseInt(minyi.getEnvironment().getProperty("local.server.port"));
            reviewer = LoggedIn.as(port, "reviewer1", "minyi");
        }

        void look() {
            var begun = System.nanoTime();
            if (reviewer.get("/board/api/matters").statusCode() != 200) {
                throw new IllegalStateException("the list of matters did not come");
            }
            waited.add((System.nanoTime() - begun) / 1e6);
        }

        double percentile95() {
            var sorted = waited.stream().sorted().toList();
            return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
        }
    }
}
