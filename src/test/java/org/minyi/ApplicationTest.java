package org.minyi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

@MinyiTest
class ApplicationTest {

    @Autowired
    TestRestTemplate browser;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/simulator",
                "/simulator/index.html",
                "/simulator/welcome.html",
                "/simulator/api/phones",
                "/simulator/api/messages?phone=13800000001",
                "/simulator/api/operator"
            })
    void there_is_no_pocket_phone_where_the_simulator_is_not_asked_for(String path) {
        assertThat(browser.getForEntity(path, String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_desk_greets_with_its_login_page() {
        assertThat(browser.getForObject("/camunda/app/tasklist/default/", String.class))
                .contains("camunda");
    }
}
