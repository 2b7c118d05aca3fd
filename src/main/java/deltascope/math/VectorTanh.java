package deltascope.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Tanh} of several numbers at once: its operations in its order. Of its cases those that are
 * usual are joined; the others are left to it.
 *
 * <p>In three passes, because the JVM's compiler keeps only so many operations in registers. Needs
 * {@code --add-modules jdk.incubator.vector}, and is compiled on its own for that.
 */
final class VectorTanh {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  /** As many numbers at a time as leave the first cache room. */
  private static final int MOST = 256;

  /** Added to a number of less than 2⁵¹, it leaves that number rounded in the lowest bits. */
  private static final double WHOLE = 0x1p52;

  /** |k| of each number … */
  private final double[] n = new double[MOST];

  /** … r, and later r − e … */
  private final double[] r = new double[MOST];

  /** … and what was lost in rounding r. */
  private final double[] lost = new double[MOST];

  /** tanh of each x. */
  void of(double[] x, double[] result) {
    int from = 0;
    for (; from + WIDTH <= x.length; from += MOST) {
      int size = Math.min(MOST, (x.length - from) / WIDTH * WIDTH);
      reduce(x, from, size);
      exponential(size);
      quotient(x, from, size, result);
    }
    int rest = x.length % WIDTH;
    Tanh.each(x, result, x.length - rest, x.length);
  }

  private void reduce(double[] x, int from, int size) {
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector half = DoubleVector.fromArray(SPECIES, x, from + i).abs();
      DoubleVector y = half.add(half);
      DoubleVector sum = y.mul(Tanh.PER_LN2).add(0.5);
      DoubleVector rounded = sum.add(WHOLE).sub(WHOLE);
      DoubleVector whole = rounded.sub(1).blend(rounded, rounded.compare(VectorOperators.LE, sum));
      whole = whole.blend(1, y.compare(VectorOperators.LT, -Tanh.WITH_MINUS_1));
      whole = whole.blend(0, y.compare(VectorOperators.LT, -Tanh.WITH_0));
      DoubleVector high = y.sub(whole.mul(Tanh.LN2_HIGH));
      DoubleVector low = whole.mul(Tanh.LN2_LOW);
      DoubleVector rest = high.sub(low);
      VectorMask<Double> below = half.compare(VectorOperators.LT, 1);
      whole.intoArray(n, i);
      rest.blend(rest.neg(), below).intoArray(r, i);
      DoubleVector gone = high.sub(rest).sub(low);
      gone.blend(gone.neg(), below).intoArray(lost, i);
    }
  }

  /** r − e, of which e^y − 1 is made. */
  private void exponential(int size) {
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, r, i);
      DoubleVector gone = DoubleVector.fromArray(SPECIES, lost, i);
      DoubleVector half = x.mul(0.5);
      DoubleVector square = x.mul(half);
      DoubleVector even = square.mul(Tanh.Q5).add(Tanh.Q4).mul(square).add(Tanh.Q3);
      even = even.mul(square).add(Tanh.Q2).mul(square).add(Tanh.Q1).mul(square).add(1);
      DoubleVector odd = even.mul(half).neg().add(3);
      DoubleVector share = even.sub(odd).div(x.mul(odd).neg().add(6)).mul(square);
      DoubleVector e = share.sub(gone).mul(x).sub(gone).sub(square);
      x.sub(e).intoArray(r, i);
    }
  }

  private void quotient(double[] x, int from, int size, double[] result) {
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector some = DoubleVector.fromArray(SPECIES, x, from + i);
      DoubleVector whole = DoubleVector.fromArray(SPECIES, n, i);
      DoubleVector d = DoubleVector.fromArray(SPECIES, r, i);
      VectorMask<Double> above = some.abs().compare(VectorOperators.GE, 1);
      DoubleVector part = power(whole.neg());
      DoubleVector large = d.add(part.neg().add(1)).mul(power(whole));
      DoubleVector medium = d.add(1).mul(part).sub(1);
      DoubleVector small = d.mul(part).add(part.sub(1));
      DoubleVector t =
          small.blend(medium, whole.compare(VectorOperators.GE, 2)).blend(large, above);
      DoubleVector quotient = t.neg().blend(2, above).div(t.add(2));
      DoubleVector value = quotient.blend(quotient.neg().add(1), above);
      value.blend(value.neg(), some.compare(VectorOperators.LT, 0)).intoArray(result, from + i);
    }
    Tanh.unusual(x, result, from, from + size);
  }

  /** 2^n of whole n. */
  private static DoubleVector power(DoubleVector n) {
    return n.add(WHOLE + Tanh.BIAS)
        .reinterpretAsLongs()
        .lanewise(VectorOperators.LSHL, Tanh.EXPONENT)
        .reinterpretAsDoubles();
  }
}
