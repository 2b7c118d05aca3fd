package deltascope.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a folder holds of MNIST: for each split the pair of IDX files, or a CSV table. Names are met
 * with {@code -} or {@code .} before {@code idx}, with and without {@code .gz}.
 */
record MnistFolder(Path folder, Source train, Source test) {

  /** Where one split comes from: one file (CSV), two (IDX images, labels), or none. */
  record Source(List<Path> files, List<String> missing) {
    Digits read() throws IOException {
      return files.size() == 1 ? Csv.read(files.get(0)) : Idx.read(files.get(0), files.get(1));
    }
  }

  static MnistFolder look(Path folder) {
    return new MnistFolder(
        folder,
        source(folder, "train", List.of("mnist_train.csv", "train.csv")),
        source(folder, "t10k", List.of("mnist_test.csv", "test.csv")));
  }

  /** Whether both splits are there. */
  boolean whole() {
    return missing().isEmpty();
  }

  /** Whether neither of the splits, and no half of one, is there. */
  boolean empty() {
    return train.files.isEmpty() && test.files.isEmpty();
  }

  /** The canonical names of the files that are not there. */
  List<String> missing() {
    List<String> all = new ArrayList<>(train.missing);
    all.addAll(test.missing);
    return all;
  }

  private static Source source(Path folder, String stem, List<String> tables) {
    String imagesName = stem + "-images-idx3-ubyte";
    String labelsName = stem + "-labels-idx1-ubyte";
    Optional<Path> images = find(folder, List.of(imagesName, stem + "-images.idx3-ubyte"));
    Optional<Path> labels = find(folder, List.of(labelsName, stem + "-labels.idx1-ubyte"));
    Optional<Path> table = find(folder, tables);
    if (images.isPresent() && labels.isPresent()) {
      return new Source(List.of(images.get(), labels.get()), List.of());
    }
    if (table.isPresent()) {
      return new Source(List.of(table.get()), List.of());
    }
    List<Path> files = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    images.ifPresentOrElse(files::add, () -> missing.add(imagesName + ".gz"));
    labels.ifPresentOrElse(files::add, () -> missing.add(labelsName + ".gz"));
    return new Source(files, missing);
  }

  private static Optional<Path> find(Path folder, List<String> names) {
    return names.stream()
        .flatMap(name -> List.of(name, name + ".gz").stream())
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
