package deltascope.web;

/**
 * With {@code -Ddeltascope.dev=true}, templates and static files are read afresh from {@code web/}
 * at each request, so that an edit shows at the next reload.
 */
final class Development {
  static final boolean ON = Boolean.getBoolean("deltascope.dev");

  private Development() {}
}
