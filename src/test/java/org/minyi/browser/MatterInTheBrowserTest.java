package org.minyi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.minyi.organisation.Members;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.UnitCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** One matter from SMS to closed, in two rounds: each step of the way to the end on the desk of whoever does it. */
class MatterInTheBrowserTest extends StoryInTheBrowser {

    private static final String WAITED = "窗口排队两小时，没有人解释";
    private static final String STILL_WAITING = "还是没有人联系我";
    private static final String LONG_STORY = "我上午九点到，窗口只开了一个，排了两个小时，工作人员态度冷淡，也没有解释还要补什么材料。".repeat(5);

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Members members;

    @Autowired
    private ManagementService jobs;

    private Tracks tracks;

    @Test
    void a_matter_goes_from_sms_to_closed_in_two_rounds_and_everybody_sees_only_their_own_tasks() {
        play(browsers -> {
            tracks = browsers;
            twoRounds(aContactOfAStation());
        });
    }

    private void twoRounds(Contact contact) {
        // A post that gets its documents by hand for the time being.
        organisation.mail(new UnitCode(contact.code()), null);
        var phone = PocketPhone.of(tracks, contact.number());
        phone.receives(1, "Reply 1 satisfied").answers(3, WAITED);
        phone.picture("dissatisfied");

        var caller = Desk.login(tracks, phone.login("Make call"));
        var triage = Desk.login(tracks, "triage1");
        var reviewer = Desk.login(tracks, "reviewer1");
        keptApart(until("makeCall"), triage, "Matters waiting", reviewer, "Reviews waiting");
        calledBack(caller);
        phone.picture("whose-turn");
        assertThat(phone.login("Triage")).isEqualTo("triage1");
        keptApart(until("triage"), caller, "Calls waiting", reviewer, "Reviews waiting");
        triaged(triage, contact.unit());
        var liaison = Desk.login(tracks, phone.login("Sign order"));
        var officer = Desk.login(tracks, "officer" + contact.post());
        signed(liaison, contact.unit(), Desk.login(tracks, "liaison" + contact.otherSub()));
        verified(liaison, officer);
        var leader = Desk.login(tracks, phone.login("Propose responsibility"));
        proposed(leader, contact);
        assertThat(phone.login("Confirm responsibility")).isEqualTo("reviewer1");
        keptApart(until("confirmResponsibility"), caller, "Calls waiting", triage, "Matters waiting");
        confirmed(reviewer);
        accepted(leader, "Reviews at our sub-centre");
        accepted(officer, "Orders at our post");
        served(reviewer);
        assertThat(phone.login("Rectify")).isEqualTo("officer" + contact.post());
        rectified(officer, Desk.login(tracks, "officer" + contact.neighbour()));
        reviewed(leader);

        phone.receives(2, "has been put right").picture("asked-again");
        // From now on the post gets its documents by mail.
        organisation.mail(new UnitCode(contact.code()), "post@police.lanhe.example");
        phone.answers(3, STILL_WAITING);

        phone.login("Rectify");
        officer.open("Orders at our post", "Rectify").reads("Reminder letter").reads("Round 2");
        officer.picture("second-round");
        officer.claim().write("What was done", "所长已登门说明，材料清单当场交付。").done();
        received(officer);
        reviewed(leader);

        phone.receives(3, "has been put right").answers(1, "");
        closed(phone, contact);
        officer.seesNothing("Orders at our post");
        Desk.looksIntoCockpit(tracks, "auditor1");
    }

    /** Within the centre, too, a task lies on the desk of one role only. */
    private static void keptApart(String task, Desk one, String filter, Desk other, String otherFilter) {
        one.seesNothing(filter);
        one.cannotReach(task);
        other.seesNothing(otherFilter);
        other.cannotReach(task);
    }

    private void closed(PocketPhone phone, Contact contact) {
        phone.receives(4, "is closed as settled").waitsForNobody().picture("satisfied");
        untilNothingGoesOn();
        assertThat(state(contact)).isEqualTo("CLOSED SATISFIED");
        assertThat(database.queryForList(
                        """
                        select d.served_how
                          from notice_delivery d
                          join notice n on n.id = d.notice_id
                          join complaint c on c.id = n.matter_id
                         where d.part = 'ADDRESSEE' and c.line_id = ?
                        """,
                        String.class,
                        contact.line().value()))
                .as("the verdicts on post and officer, and the reminder letter")
                .containsExactlyInAnyOrder("BY_HAND", "BY_HAND", "RECEIPT");
    }

    /** The first attempt finds nobody at home: three clicks, and the call comes back later. */
    private void calledBack(Desk caller) {
        caller.open("Calls waiting", "Make call").reads(WAITED.substring(0, 7)).seesFormBesideDossier();
        caller.readsOnCard("-00000").isOfferedToStart(true);
        caller.picture("call").countClicks().claim().tick("No answer").done();
        assertThat(caller.clicks())
                .as("clicks for an attempt that nobody answered")
                .isLessThanOrEqualTo(3);

        jobs.executeJob(jobs.createJobQuery()
                .timers()
                .processDefinitionKey("return-call")
                .singleResult()
                .getId());
        caller.open("Calls waiting", "Make call").reads("no answer");
        caller.claim().tick("Spoken to: dissatisfied").choose("Why dissatisfied?", "Too slow");
        caller.write("In the person's own words", LONG_STORY)
                .picture("call-answered")
                .done();
    }

    private void triaged(Desk triage, String unit) {
        triage.open("Matters waiting", "Triage").reads(LONG_STORY).seesFormBesideDossier();
        triage.claim().tick("Ours: a unit puts it right").choose("Unit complained about", unit);
        triage.picture("triage").done();
    }

    private void signed(Desk liaison, String post, Desk otherSubCentre) {
        var task = until("signOrder");
        otherSubCentre.seesNothing("Orders at our sub-centre");
        otherSubCentre.cannotReach(task);
        liaison.open("Orders at our sub-centre", "Sign order").seesFormBesideDossier();
        liaison.claim().tick("Yes: one of our posts puts it right").choose("Which post?", post);
        liaison.picture("sign").done();
    }

    /** The post complained about puts it right, but has no part in verifying: that stays with the sub-centre. */
    private void verified(Desk liaison, Desk accused) {
        var task = until("verifyFacts");
        accused.seesNothing("Orders at our post");
        accused.cannotReach(task);
        liaison.open("Orders at our sub-centre", "Verify facts").seesFormBesideDossier();
        liaison.claim().tick("Founded").write("What did you find?", LONG_STORY).picture("verify");
        liaison.done();
    }

    private void proposed(Desk leader, Contact contact) {
        var officer = members.find("officer" + contact.post()).orElseThrow().name();
        leader.open("Reviews at our sub-centre", "Propose responsibility").seesFormBesideDossier();
        leader.claim().choose("Score", "60").choose("Which unit is responsible?", contact.unit());
        leader.choose("Which officer, if any?", officer + ", " + contact.unit());
        leader.write("Reasons", "窗口管理不到位。").picture("propose");
        leader.done();
    }

    private void confirmed(Desk reviewer) {
        reviewer.open("Reviews waiting", "Confirm responsibility").seesFormBesideDossier();
        reviewer.claim()
                .tick("Yes: confirm verdict and score")
                .picture("confirm")
                .done();
    }

    /** Whoever is held responsible reads what was found and does not object. */
    private static void accepted(Desk respondent, String filter) {
        respondent.open(filter, "Answer verdict").seesFormBesideDossier().seesNothingOfTheEngine();
        respondent.claim().tick("No: the verdict counts from now on").picture("verdict");
        respondent.done();
    }

    /** The post has no mailbox: the reviewer brings both verdicts there. */
    private static void served(Desk reviewer) {
        for (var letters = 2; letters > 0; letters--) {
            reviewer.openOneOf(letters, "Reviews waiting", "Serve otherwise").seesFormBesideDossier();
            reviewer.claim().tick("Handed over").pick("On which day did they get it?", today());
            reviewer.write("Who took it", "值班民警当面签收。").picture("serve").done();
        }
    }

    private static void received(Desk officer) {
        officer.open("Orders at our post", "Confirm receipt").reads("Reminder letter");
        officer.claim()
                .confirm("My unit has received this document")
                .picture("receipt")
                .done();
    }

    private void rectified(Desk officer, Desk neighbour) {
        var task = until("rectify");
        neighbour.seesNothing("Orders at our post");
        neighbour.cannotReach(task);
        officer.open("Orders at our post", "Rectify").seesFormBesideDossier().seesNothingOfTheEngine();
        officer.readsOnCard("-00000").isOfferedToStart(false);
        officer.claim().write("What was done", "已当面道歉，增开一个窗口。").picture("rectify");
        officer.done();
    }

    private void reviewed(Desk leader) {
        until("reviewRectification");
        leader.open("Reviews at our sub-centre", "Review rectification");
        leader.claim().tick("Yes: accept it").picture("review").done();
    }
}
