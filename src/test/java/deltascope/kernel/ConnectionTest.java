package deltascope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deltascope.math.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
  /** As Jupyter's documentation shows one. */
  private static final String FILE =
      """
      {
        "control_port": 50160,
        "shell_port": 57503,
        "transport": "tcp",
        "signature_scheme": "hmac-sha256",
        "stdin_port": 52597,
        "hb_port": 42540,
        "ip": "127.0.0.1",
        "iopub_port": 40885,
        "key": "a0436f6c-1916-498b-8eb9-e81ab9368e84"
      }
      """;

  @TempDir private Path folder;

  private Connection read(String text) throws IOException {
    return Connection.read(Files.writeString(folder.resolve("connection.json"), text));
  }

  @Test
  void jupytersFileIsRead() throws IOException {
    Connection connection = read(FILE);
    assertEquals(
        new Connection(
            "tcp",
            "127.0.0.1",
            57503,
            50160,
            40885,
            52597,
            42540,
            "a0436f6c-1916-498b-8eb9-e81ab9368e84"),
        connection);
    assertEquals("tcp://127.0.0.1:57503", connection.address(connection.shell()));
    Connection pipes = read(FILE.replace("tcp", "ipc").replace("127.0.0.1", "/tmp/kernel"));
    assertEquals("ipc:///tmp/kernel-57503", pipes.address(pipes.shell()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "shell_port": 57503         | "x": 1                         | shell_port is missing, expected a port, 1…65535
          "hb_port": 42540            | "hb_port": 0                   | hb_port is 0, expected a port, 1…65535
          "iopub_port": 40885         | "iopub_port": "40885"          | iopub_port is "40885", expected a port, 1…65535
          "transport": "tcp"          | "transport": "udp"             | transport is "udp", expected tcp or ipc
          "ip": "127.0.0.1"           | "ip": ""                       | ip is "", expected an address
          "hmac-sha256"               | "hmac-md5"                     | signature_scheme is hmac-md5, expected hmac-sha256
          """)
  void aFieldThatIsNoneIsNamed(String was, String is, String sentence) {
    Refused refused = assertThrows(Refused.class, () -> read(FILE.replace(was, is)));
    assertEquals(sentence, refused.getMessage());
  }

  @Test
  void whatIsNoConnectionFileIsRefused() {
    assertThrows(Refused.class, () -> read("{"));
    assertThrows(
        NoSuchFileException.class, () -> Connection.read(folder.resolve("no-such-file.json")));
  }
}
