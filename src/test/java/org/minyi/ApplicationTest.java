package org.minyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MinyiTest
class ApplicationTest {

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/simulator",
                "/simulator/index.html",
                "/simulator/welcome.html",
                "/simulator/api/phones",
                "/simulator/api/messages?phone=13800000001",
                "/simulator/api/operator",
                "/simulator/mail",
                "/simulator/mail.html",
                "/simulator/api/mailboxes",
                "/simulator/api/mails?mailbox=centre@police.lanhe.example",
                "/simulator/api/mails/1/files/0",
                "/simulator/api/desks?unit=990101000000",
                "/simulator/api/post"
            })
    void there_is_no_pocket_phone_where_the_simulator_is_not_asked_for(String path) {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("caller1"), "minyi");

        assertThat(LoggedIn.nobody(port).get(path).statusCode()).isEqualTo(401);
        assertThat(LoggedIn.as(port, "caller1", "minyi").get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_desk_greets_with_the_login_page() {
        var answer = LoggedIn.nobody(port).get("/camunda/app/tasklist/default/", "Accept", "text/html");

        assertThat(answer.statusCode()).isBetween(301, 303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(door -> assertThat(door).contains("/login"));
        assertThat(LoggedIn.nobody(port).get("/login").body()).contains("name=\"password\"");
    }
}
