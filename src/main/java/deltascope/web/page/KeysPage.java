package deltascope.web.page;

import java.util.List;

/** The sheet of keys. */
public record KeysPage(Shell shell, List<Key> keys) {
  /** One or more keys, and what they do. */
  public record Key(List<String> caps, String does) {}

  public static KeysPage of(Shell shell) {
    Words words = shell.words();
    return new KeysPage(
        shell,
        List.of(
            new Key(List.of("→"), words.of("keys.right")),
            new Key(List.of("←"), words.of("keys.left")),
            new Key(List.of("↓"), words.of("keys.down")),
            new Key(List.of("↑"), words.of("keys.up")),
            new Key(List.of(words.of("keys.cap.home")), words.of("keys.home")),
            new Key(List.of(words.of("keys.cap.end")), words.of("keys.end")),
            new Key(List.of("N"), words.of("keys.n")),
            new Key(List.of("P"), words.of("keys.p")),
            new Key(List.of("B"), words.of("keys.b")),
            new Key(List.of("F"), words.of("keys.f")),
            new Key(List.of("[", "]"), words.of("keys.brackets")),
            new Key(List.of("S"), words.of("keys.s")),
            new Key(List.of("W"), words.of("keys.w")),
            new Key(List.of("G"), words.of("keys.g")),
            new Key(List.of("−", "0", "+"), words.of("keys.signs")),
            new Key(List.of("V"), words.of("keys.v")),
            new Key(List.of("X"), words.of("keys.x")),
            new Key(List.of("/"), words.of("keys.slash")),
            new Key(List.of("D"), words.of("keys.d")),
            new Key(List.of("R"), words.of("keys.r")),
            new Key(List.of(words.of("keys.cap.space")), words.of("keys.space")),
            new Key(List.of("?"), words.of("keys.question"))));
  }
}
