package deltascope.data;

import java.util.List;

/**
 * One of the files of MNIST as mirrors hold it.
 *
 * @param name its name there and here
 * @param transfer about how many bytes come over the line, for progress only
 * @param size how many bytes it has when decompressed
 * @param md5 their MD5 sum, in hexadecimal
 */
public record MnistFile(String name, long transfer, long size, String md5) {
  /** The canonical four. */
  public static final List<MnistFile> ALL =
      List.of(
          new MnistFile(
              "train-images-idx3-ubyte.gz",
              9_912_422,
              47_040_016,
              "6bbc9ace898e44ae57da46a324031adb"),
          new MnistFile(
              "train-labels-idx1-ubyte.gz", 28_881, 60_008, "a25bea736e30d166cdddb491f175f624"),
          new MnistFile(
              "t10k-images-idx3-ubyte.gz",
              1_648_877,
              7_840_016,
              "2646ac647ad5339dbf082846283269ea"),
          new MnistFile(
              "t10k-labels-idx1-ubyte.gz", 4_542, 10_008, "27ae3e4e09519cfbb04c329615203637"));
}
