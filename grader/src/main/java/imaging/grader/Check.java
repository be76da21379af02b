package imaging.grader;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test that is worth points. Its id, points, title and hints stand in the session's {@code
 * lab.yaml}; each id there belongs to exactly one method.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(LabExtension.class)
public @interface Check {

  /** The id in {@code lab.yaml}, such as {@code L4.2.1}. */
  String value();

  /** Time limit in seconds; the check runs on a thread of its own and is reported TIMEOUT after it. */
  int seconds() default 10;

  /** What the machine must have; where it is absent the check is reported NOT_RUN. */
  Needs needs() default Needs.JDK;
}
