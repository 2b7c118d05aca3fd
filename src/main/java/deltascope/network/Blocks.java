package deltascope.network;

import java.util.ArrayList;
import java.util.List;

/** Ways to cut a batch into blocks of samples that go through together. */
public final class Blocks {
  private Blocks() {}

  /** All samples of the batch in one block. */
  public static List<Integer> together(List<Integer> blocks) {
    return List.of(blocks.stream().mapToInt(Integer::intValue).sum());
  }

  /** The same blocks, but the batch's last sample goes through after the others, alone. */
  public static List<Integer> lastAlone(List<Integer> blocks) {
    int last = blocks.size() - 1;
    if (blocks.get(last) == 1) {
      return blocks;
    }
    List<Integer> cut = new ArrayList<>(blocks);
    cut.set(last, blocks.get(last) - 1);
    cut.add(1);
    return List.copyOf(cut);
  }
}
