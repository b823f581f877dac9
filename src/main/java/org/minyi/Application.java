package org.minyi;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Minyi: the work-order system of a police public-opinion centre. */
@SpringBootApplication
public class Application {

    /** Job due dates are stored without a zone, so every node has to live in the same one (ENGINE section 5). */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        SpringApplication.run(Application.class, args);
    }
}
