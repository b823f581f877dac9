package org.minyi.demonstration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Exists where the simulator is on, and no real mail server is named that would be asked in its stead. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("${minyi.simulator:false} and '${spring.mail.host:}'.isBlank()")
@interface SimulatedMail {}
