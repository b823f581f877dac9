package org.minyi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
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
@ExtendWith(MinyiTest.LaidDown.class)
@ContextConfiguration(initializers = MinyiTest.FreshDatabase.class)
@ActiveProfiles("test")
public @interface MinyiTest {

    /**
     * Closes every context after the last class, while the database still stands: left to the end of the JVM both go at
     * once, and an engine without its database waits half a minute for a connection.
     */
    class LaidDown implements BeforeAllCallback {

        private static final Queue<ConfigurableApplicationContext> STARTED = new ConcurrentLinkedQueue<>();

        @Override
        public void beforeAll(ExtensionContext classes) {
            classes.getRoot().getStore(Namespace.create(LaidDown.class)).getOrComputeIfAbsent(LaidDown.class, end ->
                    (CloseableResource) () -> STARTED.forEach(ConfigurableApplicationContext::close));
        }
    }

    /** Gives every Spring context a database of its own. */
    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(TestDatabase.settings()).applyTo(context);
            LaidDown.STARTED.add(context);
        }
    }
}
