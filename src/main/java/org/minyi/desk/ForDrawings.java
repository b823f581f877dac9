package org.minyi.desk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a drawing may read by name: {@code #{dailyWave.cycle}} reads the getter of a bean that carries this. Delegates and
 * listeners need no mark: a drawing may name them as a step, and call nothing on them. No other bean exists for a drawing.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForDrawings {}
