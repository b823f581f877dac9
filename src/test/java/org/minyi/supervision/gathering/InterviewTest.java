package org.minyi.supervision.gathering;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;

/** Who was spoken to is somebody who can have been. */
@MinyiTest
class InterviewTest {

    @Autowired
    Gatherings gatherings;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @BeforeEach
    void a_city() {
        SmallCity.standsIn(organisation, units);
    }

    @Test
    void nobody_records_an_interview_with_themselves_or_with_somebody_unknown() {
        for (var interviewed : List.of("reviewer1", "nobody.known")) {
            var told = new NewInterview(
                    UUID.randomUUID(),
                    3,
                    LocalDateTime.parse("2026-03-02T10:00"),
                    null,
                    interviewed,
                    null,
                    null,
                    "reviewer1",
                    List.of());
            assertThatThrownBy(() -> gatherings.interviewed(told))
                    .as(interviewed)
                    .isInstanceOf(NotLikeThat.class)
                    .hasMessageContaining("Say who was spoken to");
        }
    }
}
