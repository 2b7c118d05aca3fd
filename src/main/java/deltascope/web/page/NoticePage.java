package deltascope.web.page;

/** Something to be told, and where it goes on. */
public record NoticePage(Shell shell, String title, String says, String onWord, String on) {}
