package org.minyi;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole of Minyi over a real, empty PostgreSQL, without the demonstration city. The job executor and the SMS
 * dispatcher do not run by themselves: a test moves them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = MinyiTest.FreshDatabase.class)
@ActiveProfiles("test")
public @interface MinyiTest {

    /** Gives every Spring context a database of its own. */
    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(TestDatabase.settings()).applyTo(context);
            // When all ends the database may be gone before the engine, which would wait half a minute for a
            // connection.
            context.addApplicationListener(
                    (ContextClosedEvent closed) -> context.getBeanProvider(HikariDataSource.class)
                            .ifAvailable(pool -> pool.setConnectionTimeout(1_000)));
        }
    }
}
