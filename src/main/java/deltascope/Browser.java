package deltascope;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens an address in the user's browser, where the machine has a way to. */
final class Browser {
  private Browser() {}

  static void open(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("mac")
            ? List.of("open", address)
            : system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of("xdg-open", address);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noSuchCommand) {
      System.err.println(command.get(0) + " is not here: open the address yourself.");
    }
  }
}
