package imaging.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, as RFC 9457 asks for ({@code application/problem+json}). Never holds a stack
 * trace or the name of a class.
 *
 * @param type which problem this is, for programs: a URN that never changes
 * @param title the same for people; one text for each type
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do, one sentence
 * @param column where in a pipeline the fault is, from 1
 * @param caret two lines, the pipeline and a mark below the fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable Integer column,
    @Nullable String caret) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(String name, String title, int status, String detail) {
    return new Problem("urn:imaging:" + name, title, status, detail, null, null);
  }
}
