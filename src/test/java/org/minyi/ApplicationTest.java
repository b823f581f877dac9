package org.minyi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@MinyiTest
class ApplicationTest {

    @Autowired
    TestRestTemplate browser;

    @Test
    void the_desk_greets_with_its_login_page() {
        assertThat(browser.getForObject("/camunda/app/tasklist/default/", String.class))
                .contains("camunda");
    }
}
