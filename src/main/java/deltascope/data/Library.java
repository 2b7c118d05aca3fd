package deltascope.data;

import deltascope.math.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The data sets there are: MNIST where a user has put its files, and the digits the project makes
 * itself. Files are read when they are first needed, once.
 */
public final class Library {
  /** The environment variable that says where MNIST is. */
  public static final String VARIABLE = "DELTASCOPE_DATA";

  private final Path folder;
  private final Dataset made = Made.dataset();
  private volatile Shelf shelf;

  /** What was found in the folder at one look, and the data set that reads it. */
  private record Shelf(MnistFolder found, Dataset mnist) {
    static Shelf at(Path folder) {
      MnistFolder found = MnistFolder.look(folder);
      return new Shelf(
          found,
          new Dataset("mnist", "MNIST", () -> read(found.train()), () -> read(found.test())));
    }
  }

  /** A library that looks for MNIST in that folder, now. */
  public Library(Path folder) {
    this.folder = folder;
    this.shelf = Shelf.at(folder);
  }

  /**
   * The folder to look in: the option's if it is not empty, else the environment's {@link
   * #VARIABLE}, else {@code data/mnist}.
   */
  public static Path folder(String option, Map<String, String> environment) {
    String said = option.isEmpty() ? environment.getOrDefault(VARIABLE, "") : option;
    return said.isEmpty() ? Path.of("data", "mnist") : Path.of(said);
  }

  /** Where MNIST is looked for. */
  public Path folder() {
    return folder;
  }

  /** Looks again: files have come, as after a download, or gone. What was read is read anew. */
  public void lookAgain() {
    shelf = Shelf.at(folder);
  }

  /**
   * Begins to read the default's training digits, so that who first asks for one waits less. What
   * is wrong with them is said to whoever asks.
   */
  public void readAhead() {
    Thread reader =
        new Thread(
            () -> {
              try {
                get(defaultId()).train().pixel(0, 0);
              } catch (RuntimeException saidToWhoeverAsks) {
                return;
              }
            },
            "read ahead");
    reader.setDaemon(true);
    reader.start();
  }

  /** The data sets that can be used now, the default first. */
  public List<String> ids() {
    return shelf.found.whole() ? List.of("mnist", "made") : List.of("made");
  }

  /** {@code mnist} if its files are there, else {@code made}. */
  public String defaultId() {
    return ids().get(0);
  }

  /** Why MNIST cannot be used, in words: which of its files are missing where. Empty if it can. */
  public String missing() {
    MnistFolder found = shelf.found;
    if (found.whole()) {
      return "";
    }
    return found.empty()
        ? "MNIST is not in " + folder
        : folder + " holds a part of MNIST, but not " + String.join(", ", found.missing());
  }

  /**
   * The data set of that name. MNIST's files are read when a split is first asked for; a bad one is
   * then refused with the reader's words.
   *
   * @throws Refused (parameter {@code data}) if there is none of that name, or files are missing
   */
  public Dataset get(String id) {
    if (id.equals("made")) {
      return made;
    }
    Shelf now = shelf;
    if (id.equals("mnist") && now.found.whole()) {
      return now.mnist;
    }
    String why = id.equals("mnist") ? " (" + missing() + ")" : "";
    throw new Refused("data", id, String.join(" or ", ids()) + why);
  }

  /**
   * As many made digits as wanted, where a measurement needs more: the first ones are those of
   * {@code get("made").train()}, the others follow in the same manner.
   */
  public static Digits made(int size) {
    return Made.train(size);
  }

  private static Digits read(MnistFolder.Source source) {
    try {
      return source.read();
    } catch (BadFile bad) {
      throw refused(bad);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "cannot read " + source.files() + ": " + unreadable, unreadable);
    }
  }

  private static Refused refused(BadFile bad) {
    Refused refused = new Refused("data", "mnist", "whole files (" + bad.getMessage() + ")");
    refused.initCause(bad);
    return refused;
  }
}
