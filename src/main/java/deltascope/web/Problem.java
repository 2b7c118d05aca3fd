package deltascope.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem document as of RFC 9457.
 *
 * @param status the HTTP status
 * @param title the kind of problem, in a few words
 * @param detail one sentence: what was found, what was expected
 * @param parameter the parameter at fault
 * @param value what it was
 * @param range what it may be, as an interval or in names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    int status,
    String title,
    String detail,
    @Nullable String parameter,
    @Nullable String value,
    @Nullable String range) {
  static final String TYPE = "application/problem+json";

  Problem(int status, String title, String detail) {
    this(status, title, detail, null, null, null);
  }
}
