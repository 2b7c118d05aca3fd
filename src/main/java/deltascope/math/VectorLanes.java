package deltascope.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * On the processor's vectors. The sums of a block stay in registers while t runs: with a fifth row,
 * or with more that has to be remembered for the time after the loop, one of them would be put
 * aside and fetched again for each term, which takes twice the time.
 *
 * <p>Needs {@code --add-modules jdk.incubator.vector}, and is compiled on its own for that.
 */
final class VectorLanes implements Lanes {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  private final ThreadLocal<VectorTanh> tanh = ThreadLocal.withInitial(VectorTanh::new);

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void copy(double[] from, int i, double[] to, int j) {
    DoubleVector.fromArray(SPECIES, from, i).intoArray(to, j);
  }

  @Override
  public int leaveZerosOut(double[] x, double[] y, int groups, int[] kept) {
    int count = 0;
    for (int k = 0; k < groups; k++) {
      DoubleVector xs = DoubleVector.fromArray(SPECIES, x, WIDTH * k);
      DoubleVector ys = DoubleVector.fromArray(SPECIES, y, WIDTH * k);
      kept[count] = k;
      xs.intoArray(x, WIDTH * count);
      ys.intoArray(y, WIDTH * count);
      count +=
          xs.compare(VectorOperators.NE, 0).or(ys.compare(VectorOperators.NE, 0)).anyTrue() ? 1 : 0;
    }
    return count;
  }

  @Override
  public boolean finite(double[] x, int size) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    DoubleVector sum2 = sum;
    int i = 0;
    for (; i + 2 * WIDTH <= size; i += 2 * WIDTH) {
      DoubleVector some = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector more = DoubleVector.fromArray(SPECIES, x, i + WIDTH);
      sum = sum.add(some.sub(some));
      sum2 = sum2.add(more.sub(more));
    }
    double rest = sum.add(sum2).reduceLanes(VectorOperators.ADD);
    for (; i < size; i++) {
      rest += x[i] - x[i];
    }
    return rest == 0;
  }

  @Override
  public void block(double[] left, double[] low, double[] high, int[] terms, double[] sums) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = s00;
    DoubleVector s10 = s00;
    DoubleVector s11 = s00;
    DoubleVector s20 = s00;
    DoubleVector s21 = s00;
    DoubleVector s30 = s00;
    DoubleVector s31 = s00;
    for (int t = 0; t < terms.length; t++) {
      int at = terms[t];
      DoubleVector y0 = DoubleVector.fromArray(SPECIES, low, WIDTH * t);
      DoubleVector y1 = DoubleVector.fromArray(SPECIES, high, WIDTH * t);
      DoubleVector x = DoubleVector.broadcast(SPECIES, left[at]);
      s00 = s00.add(x.mul(y0));
      s01 = s01.add(x.mul(y1));
      x = DoubleVector.broadcast(SPECIES, left[at + 1]);
      s10 = s10.add(x.mul(y0));
      s11 = s11.add(x.mul(y1));
      x = DoubleVector.broadcast(SPECIES, left[at + 2]);
      s20 = s20.add(x.mul(y0));
      s21 = s21.add(x.mul(y1));
      x = DoubleVector.broadcast(SPECIES, left[at + 3]);
      s30 = s30.add(x.mul(y0));
      s31 = s31.add(x.mul(y1));
    }
    s00.intoArray(sums, 0);
    s01.intoArray(sums, WIDTH);
    s10.intoArray(sums, 2 * WIDTH);
    s11.intoArray(sums, 3 * WIDTH);
    s20.intoArray(sums, 4 * WIDTH);
    s21.intoArray(sums, 5 * WIDTH);
    s30.intoArray(sums, 6 * WIDTH);
    s31.intoArray(sums, 7 * WIDTH);
  }

  @Override
  public void tanh(double[] x, double[] result) {
    tanh.get().of(x, result);
  }
}
